"""Vital signs, and what is usual or possible at an age."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models import Patient, Visit

WHO = {"to": settings.AUTH_USER_MODEL, "on_delete": models.RESTRICT, "null": True, "related_name": "+"}


class VitalSignsQuerySet(models.QuerySet):
    def live(self):
        return self.filter(voided_at=None)

    def newest_first(self):
        return self.order_by("-taken_at", "-id")


class VitalSigns(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="vital_signs_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="vital_signs")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, related_name="vital_signs")
    taken_at = models.DateTimeField(default=timezone.now)
    systolic_mmhg = models.SmallIntegerField(null=True)
    diastolic_mmhg = models.SmallIntegerField(null=True)
    blood_pressure_typed = models.CharField(max_length=15, null=True)
    blood_pressure_unit = models.CharField(max_length=5, null=True)
    pulse_per_min = models.SmallIntegerField(null=True)
    respirations_per_min = models.SmallIntegerField(null=True)
    temperature_c = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    temperature_typed = models.CharField(max_length=10, null=True)
    temperature_unit = models.CharField(max_length=5, null=True)
    spo2_percent = models.SmallIntegerField(null=True)
    weight_kg = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    weight_typed = models.CharField(max_length=10, null=True)
    weight_unit = models.CharField(max_length=5, null=True)
    height_cm = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    height_typed = models.CharField(max_length=10, null=True)
    height_unit = models.CharField(max_length=5, null=True)
    pain_0_to_10 = models.SmallIntegerField(null=True)
    bmi = models.GeneratedField(
        expression=models.F("weight_kg") / models.F("height_cm"),
        output_field=models.DecimalField(max_digits=5, decimal_places=1, null=True),
        db_persist=True,
    )
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(**WHO, db_column="recorded_by")
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(**WHO, db_column="voided_by")
    void_reason = models.CharField(max_length=255, null=True)

    objects = VitalSignsQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "VitalSigns"
        verbose_name_plural = "vital signs"
        default_permissions = ("add", "view")
        permissions = [("void_vitalsigns", "Can take back a measurement that is wrong")]

    def __str__(self):
        return f"Vital signs {self.pk}"


class ReferenceRange(models.Model):
    class Kind(models.TextChoices):
        NORMAL = "normal", "Usual: told beside the value"
        PLAUSIBLE = "plausible", "Possible: what lies outside is refused"

    MEASURES = ("systolic", "diastolic", "pulse", "respirations", "temperature", "spo2", "weight", "height", "bmi")

    id = models.BigAutoField(primary_key=True, db_column="reference_range_id")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    measure = models.CharField(max_length=20, choices=[(name, name) for name in MEASURES])
    from_days = models.IntegerField("from this age in days")
    to_days = models.IntegerField("to before this age in days", help_text="A year has 365 days.")
    low = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "ReferenceRange"
        ordering = ["kind", "measure", "from_days"]

    def __str__(self):
        return f"{self.measure} from {self.from_days} days"


class VitalRange(models.Model):
    """Written by the database with each measurement; never changed."""

    id = models.BigAutoField(primary_key=True, db_column="vital_range_id")
    vital_signs = models.ForeignKey(VitalSigns, models.RESTRICT, related_name="ranges")
    measure = models.CharField(max_length=20)
    low = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    source = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "VitalRange"

    def __str__(self):
        return f"{self.measure} of {self.vital_signs_id}"
