"""Patients who check in alone, with a code and their date of birth."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.appointments import Appointment
from reception.models.patients import Patient


class CheckInCode(models.Model):
    MOST_TRIES = 5

    id = models.BigAutoField(primary_key=True, db_column="check_in_code_id")
    appointment = models.OneToOneField(Appointment, models.RESTRICT, related_name="check_in_code")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    date = models.DateField()
    code = models.CharField(max_length=6)
    made_at = models.DateTimeField(default=timezone.now)
    tries = models.SmallIntegerField(default=0)

    class Meta:
        managed = False
        db_table = "CheckInCode"

    def __str__(self):
        return f"Check-in code of appointment {self.appointment_id}"

    @property
    def is_locked(self):
        return self.tries >= self.MOST_TRIES


class SelfCheckInQuerySet(models.QuerySet):
    def live(self):
        """Those that the desk has not taken back: one for each appointment at most."""
        return self.filter(is_live=1)

    def waiting(self):
        """Those who said that their insurance has changed, and nobody has seen to it."""
        return self.filter(is_waiting=1)


class SelfCheckIn(models.Model):
    class Insurance(models.TextChoices):
        SAME = "same", "Still right"
        CHANGED = "changed", "Has changed"

    id = models.BigAutoField(primary_key=True, db_column="self_check_in_id")
    appointment = models.ForeignKey(Appointment, models.RESTRICT, related_name="self_check_ins")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    insurance_answer = models.CharField(max_length=10, choices=Insurance.choices)
    insurance_words = models.CharField(max_length=200, null=True)
    done_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)
    seen_to_at = models.DateTimeField(null=True)
    seen_to_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, db_column="seen_to_by", related_name="+"
    )
    is_live = models.GeneratedField(
        expression=models.F("undone_at"), output_field=models.SmallIntegerField(null=True), db_persist=True
    )
    is_waiting = models.GeneratedField(
        expression=models.F("seen_to_at"), output_field=models.SmallIntegerField(null=True), db_persist=True
    )

    objects = SelfCheckInQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "SelfCheckIn"

    def __str__(self):
        return f"Self check-in {self.pk}"
