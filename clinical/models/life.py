"""What runs in the family, what was operated on, how the patient lives, and whether they smoke."""

from django.db import models
from django.utils import timezone

from clinical.models.allergies import by_user
from reception.models import Patient, Visit


class ToldQuerySet(models.QuerySet):
    def live(self):
        """What stands today."""
        told = self.filter(voided_at=None)
        return told.filter(replaced_at=None) if hasattr(self.model, "replaced_at") else told


class Told(models.Model):
    """Never changed: a slip is taken for an error and written anew."""

    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = by_user("recorded_by")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = by_user("voided_by")
    void_reason = models.CharField(max_length=255, null=True, blank=True)

    objects = ToldQuerySet.as_manager()

    class Meta:
        abstract = True


class FamilyHistory(Told):
    class Relation(models.TextChoices):
        MOTHER = "mother", "Mother"
        FATHER = "father", "Father"
        SISTER = "sister", "Sister"
        BROTHER = "brother", "Brother"
        DAUGHTER = "daughter", "Daughter"
        SON = "son", "Son"
        GRANDMOTHER = "grandmother", "Grandmother"
        GRANDFATHER = "grandfather", "Grandfather"
        AUNT = "aunt", "Aunt"
        UNCLE = "uncle", "Uncle"
        COUSIN = "cousin", "Cousin"
        OTHER = "other", "Another relative"

    id = models.BigAutoField(primary_key=True, db_column="family_history_id")
    relation = models.CharField(max_length=20, choices=Relation.choices)
    illness = models.CharField(max_length=150)
    age_at_onset = models.SmallIntegerField(null=True, blank=True, help_text="In years.")
    died_of_it = models.BooleanField(default=False)
    note = models.TextField(null=True, blank=True)

    class Meta:
        managed = False
        db_table = "FamilyHistory"
        default_permissions = ()
        permissions = [
            ("view_history", "Can read a patient's history"),
            ("add_history", "Can write a patient's history"),
            ("void_history", "Can mark a patient's history as entered in error"),
        ]

    def __str__(self):
        onset = "" if self.age_at_onset is None else f", at {self.age_at_onset}"
        return f"{self.get_relation_display()}: {self.illness}{onset}{', died of it' if self.died_of_it else ''}"


class SurgicalHistory(Told):
    class Precision(models.TextChoices):
        YEAR = "year", "The year"
        MONTH = "month", "The month"
        DAY = "day", "The day"

    id = models.BigAutoField(primary_key=True, db_column="surgical_history_id")
    operation = models.CharField(max_length=150)
    done_on = models.DateField(null=True, blank=True)
    done_on_precision = models.CharField(max_length=5, choices=Precision.choices, null=True, blank=True)
    note = models.TextField(null=True, blank=True)

    class Meta:
        managed = False
        db_table = "SurgicalHistory"
        default_permissions = ()

    def __str__(self):
        formats = {"year": "%Y", "month": "%b-%Y", "day": "%d-%b-%Y"}
        return f"{self.operation}, {self.done_on:{formats[self.done_on_precision]}}" if self.done_on else self.operation


class SocialHistory(Told):
    class Kind(models.TextChoices):
        OCCUPATION = "occupation", "Occupation"
        ALCOHOL = "alcohol", "Alcohol"
        DRUGS = "drugs", "Drugs"
        LIVING = "living", "Living"
        EXERCISE = "exercise", "Exercise"
        OTHER = "other", "Other"

    id = models.BigAutoField(primary_key=True, db_column="social_history_id")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.TextField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    live_kind = models.GeneratedField(
        expression=models.F("kind"), output_field=models.CharField(max_length=12, null=True), db_persist=True
    )

    class Meta:
        managed = False
        db_table = "SocialHistory"
        default_permissions = ()

    def __str__(self):
        return f"{self.get_kind_display()}: {self.words}"


class SmokingStatus(Told):
    class Status(models.TextChoices):
        NEVER = "never", "Never smoked"
        FORMER = "former", "Former smoker"
        EVERY_DAY = "every_day", "Smokes every day"
        SOME_DAYS = "some_days", "Smokes on some days"
        CURRENT = "current", "Smokes, how often unknown"
        UNKNOWN = "unknown", "Unknown if ever smoked"

    # As US Core's smoking status names them.
    SNOMED = {
        "never": "266919005", "former": "8517006", "every_day": "449868002", "some_days": "428041000124106",
        "current": "77176002", "unknown": "266927001",
    }  # fmt: skip

    id = models.BigAutoField(primary_key=True, db_column="smoking_status_id")
    status = models.CharField(max_length=20, choices=Status.choices)
    packs_per_day = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    quit_on = models.DateField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    live_patient_id = models.GeneratedField(
        expression=models.F("patient"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    class Meta:
        managed = False
        db_table = "SmokingStatus"
        default_permissions = ()

    def __str__(self):
        packs = "" if self.packs_per_day is None else f", {self.packs_per_day.normalize():f} packs a day"
        quit_on = "" if self.quit_on is None else f", stopped {self.quit_on:%d-%b-%Y}"
        return f"{self.get_status_display()}{packs}{quit_on}"
