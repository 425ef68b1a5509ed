"""Two records of one person: suspected, merged, and parted again."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.patients import Patient

USER = settings.AUTH_USER_MODEL


class PossibleDuplicateQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=PossibleDuplicate.State.OPEN)

    def of(self, patient):
        """Those with this record, on either side."""
        return self.filter(models.Q(patient=patient) | models.Q(other_patient=patient))


class PossibleDuplicate(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "To be looked at"
        DIFFERENT = "different", "Not the same person"
        MERGED = "merged", "Merged"

    id = models.BigAutoField(primary_key=True, db_column="possible_duplicate_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    other_patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    reason = models.CharField(max_length=150)
    found_at = models.DateTimeField(default=timezone.now)
    registered_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="registered_by", related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="decided_by", related_name="+")
    note = models.CharField(max_length=255, null=True)

    objects = PossibleDuplicateQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "PossibleDuplicate"
        permissions = [("resolve_duplicates", "Can look at likely duplicates and merge records")]

    def __str__(self):
        return f"Records {self.other_patient_id} and {self.patient_id}"


class PatientMerge(models.Model):
    """Written by the database's procedures alone."""

    class State(models.TextChoices):
        MOVING = "moving", "Moving"
        MERGED = "merged", "Merged"
        UNDONE = "undone", "Undone"

    id = models.BigAutoField(primary_key=True, db_column="patient_merge_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="merges")
    merged_patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.MOVING)
    reason = models.CharField(max_length=255, null=True)
    filled = models.CharField(max_length=500, default="")
    was_active = models.BooleanField(default=True)
    merged_at = models.DateTimeField(default=timezone.now)
    merged_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="merged_by", related_name="+")
    last_audit_id = models.BigIntegerField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="undone_by", related_name="+")
    live_merged_id = models.GeneratedField(
        expression=models.F("merged_patient"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    class Meta:
        managed = False
        db_table = "PatientMerge"
        ordering = ["-id"]

    def __str__(self):
        return f"Merge {self.pk}"


class MergedRow(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="merged_row_id")
    patient_merge = models.ForeignKey(PatientMerge, models.RESTRICT, related_name="rows")
    table_name = models.CharField(max_length=64)
    record_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, default="moved")

    class Meta:
        managed = False
        db_table = "MergedRow"


class MergedValue(models.Model):
    """What a merge has changed in a row, and gives back when it is undone."""

    id = models.BigAutoField(primary_key=True, db_column="merged_value_id")
    patient_merge = models.ForeignKey(PatientMerge, models.RESTRICT, related_name="values")
    table_name = models.CharField(max_length=64)
    record_id = models.BigIntegerField()
    column_name = models.CharField(max_length=64)
    old_value = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "MergedValue"
