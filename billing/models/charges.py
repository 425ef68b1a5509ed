"""What the clinic asks for its services, and what clinicians propose to charge for a visit."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models import AppointmentType, Patient, Visit


class Fee(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="fee_id")
    code = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=150)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    appointment_type = models.ForeignKey(
        AppointmentType, models.RESTRICT, null=True, blank=True, help_text="Proposed at visits of this kind."
    )
    test_type = models.CharField(max_length=255, null=True, blank=True, help_text="Proposed when this test is ordered.")
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        managed = False
        db_table = "Fee"
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.title}"


class ProposedChargeQuerySet(models.QuerySet):
    def live(self):
        return self.filter(dropped_at=None)


class ProposedCharge(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="proposed_charge_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="proposed_charges")
    visit = models.ForeignKey(Visit, models.RESTRICT, related_name="proposed_charges")
    fee = models.ForeignKey(Fee, models.RESTRICT, related_name="proposed")
    title = models.CharField(max_length=150)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="proposed_by"
    )
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="dropped_by"
    )
    live_fee_id = models.GeneratedField(
        expression=models.F("fee"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    objects = ProposedChargeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "ProposedCharge"

    def __str__(self):
        return self.title
