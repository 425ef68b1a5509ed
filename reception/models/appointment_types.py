"""Kinds of appointments, and agreements to come again and again."""

from django.db import models

from reception.models.patients import Patient
from reception.models.places import RoomKind


class AppointmentTypeQuerySet(models.QuerySet):
    def active(self):
        return self.filter(deactivated_at=None)


class AppointmentType(models.Model):
    class Colour(models.TextChoices):
        GREY = "grey", "Grey"
        PETROL = "petrol", "Petrol"
        AMBER = "amber", "Amber"
        VIOLET = "violet", "Violet"
        GREEN = "green", "Green"

    id = models.BigAutoField(primary_key=True, db_column="appointment_type_id")
    name = models.CharField(max_length=100, unique=True)
    duration_minutes = models.SmallIntegerField("usual length in minutes", default=15)
    colour = models.CharField(max_length=10, choices=Colour.choices, default=Colour.GREY)
    room_kind = models.CharField("room it needs", max_length=20, choices=RoomKind.choices, null=True, blank=True)
    preparation = models.TextField(null=True, blank=True, help_text="What the patient does before coming.")
    deactivated_at = models.DateTimeField(null=True, blank=True)

    objects = AppointmentTypeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "AppointmentType"
        ordering = ["name"]

    def __str__(self):
        return self.name


class AppointmentSeries(models.Model):
    """An agreement to come again and again; its appointments are moved and cancelled one by one."""

    id = models.BigAutoField(primary_key=True, db_column="appointment_series_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="series")
    every_weeks = models.SmallIntegerField(default=1)
    times = models.SmallIntegerField()
    booked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "AppointmentSeries"
        verbose_name_plural = "appointment series"

    def __str__(self):
        often = "every week" if self.every_weeks == 1 else f"every {self.every_weeks} weeks"
        return f"{often}, {self.times} times"
