"""Agreed times, and what became of them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from emr_site.versions import Versioned
from reception.models.appointment_types import AppointmentSeries, AppointmentType
from reception.models.patients import Patient
from reception.models.providers import Provider


class Status(models.TextChoices):
    """Where a patient is: the stored word is the first system's where that had one, the label is what people read."""

    SCHEDULED = "Scheduled", "Booked"
    CONFIRMED = "Confirmed", "Confirmed"
    ARRIVED = "Arrived", "Waiting"
    ROOMED = "Roomed", "In room"
    WITH_DOCTOR = "With doctor", "With doctor"
    CHECKOUT = "Checkout", "At checkout"
    COMPLETED = "Completed", "Done"
    DID_NOT_ATTEND = "Did not attend", "Did not attend"
    CANCELLED = "Cancelled", "Cancelled"


TO_COME = (Status.SCHEDULED, Status.CONFIRMED)
IN_BUILDING = (Status.ARRIVED, Status.ROOMED, Status.WITH_DOCTOR, Status.CHECKOUT)
GIVEN_UP = (Status.DID_NOT_ATTEND, Status.CANCELLED)
OVER = (Status.COMPLETED, *GIVEN_UP)
# Whose step can be taken back, as long as nothing has come of it.
UNDOABLE = (Status.ARRIVED, Status.ROOMED, Status.COMPLETED, Status.DID_NOT_ATTEND)


class AppointmentQuerySet(models.QuerySet):
    def live(self):
        """Those whose time is taken: no other of the same provider may overlap them."""
        return self.exclude(status__in=GIVEN_UP)

    def to_come(self):
        """Those who are booked and have not come yet."""
        return self.filter(status__in=TO_COME)

    def on(self, date):
        return self.filter(date=date)

    def coming(self):
        """From now on by the clinic's clock; one that has begun counts until it ends."""
        now = timezone.localtime()
        return self.filter(date__gte=now.date()).exclude(date=now.date(), end_time__lte=now.time())

    def past(self):
        now = timezone.localtime()
        return self.filter(date__lte=now.date()).exclude(date=now.date(), end_time__gt=now.time())

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(patient__user_id=user.pk)


class Appointment(Versioned, models.Model):
    Status = Status

    id = models.BigAutoField(primary_key=True, db_column="appointment_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="appointments")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="appointments")
    date = models.DateField()
    time = models.TimeField()
    duration_minutes = models.SmallIntegerField("length in minutes", default=15)
    end_time = models.GeneratedField(
        expression=models.F("time"), output_field=models.TimeField(null=True), db_persist=True
    )
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.SCHEDULED)
    appointment_type = models.ForeignKey(
        AppointmentType, models.RESTRICT, null=True, blank=True, related_name="appointments", verbose_name="type"
    )
    series = models.ForeignKey(
        AppointmentSeries,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="appointments",
        db_column="appointment_series_id",
    )
    reason = models.CharField(max_length=255, null=True, blank=True)
    desk_note = models.CharField("note for the desk", max_length=255, null=True, blank=True)
    move_reason = models.CharField(
        max_length=255, null=True, blank=True, help_text="Why it is moved now; the history keeps it."
    )
    cancel_reason = models.CharField(max_length=255, null=True, blank=True)
    undo_reason = models.CharField(max_length=255, null=True, blank=True)
    overbooked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        db_column="overbooked_by",
        help_text="Who let it stand beside another, or outside of the hours.",
    )
    booked_at = models.DateTimeField(auto_now_add=True)

    version_fields = (
        "provider", "date", "time", "duration_minutes", "status", "cancel_reason", "appointment_type", "reason",
        "desk_note",
    )  # fmt: skip

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Appointment"
        permissions = [
            ("check_in_appointment", "Can check a patient in"),
            ("cancel_appointment", "Can cancel an appointment"),
            ("overbook_appointment", "Can book beside another appointment or outside of the hours"),
            ("advance_appointment", "Can say where a patient is in the building"),
            ("view_board", "Can see the day board"),
            ("view_my_appointments", "Can see one's own appointments"),
        ]

    def __str__(self):
        return f"{self.date:%d-%b-%Y} {self.time:%H:%M}"

    @property
    def has_visit(self):
        return getattr(self, "visit", None) is not None

    @property
    def is_to_come(self):
        return self.status in TO_COME

    @property
    def is_in_building(self):
        return self.status in IN_BUILDING


class AppointmentEvent(models.Model):
    """A step in an appointment's life, written by the database: booked, moved, at another status, or a step back."""

    class Event(models.TextChoices):
        BOOKED = "booked", "Booked"
        MOVED = "moved", "Moved"
        STATUS = "status", "Status"
        UNDONE = "undone", "Taken back"

    id = models.BigAutoField(primary_key=True, db_column="appointment_event_id")
    appointment = models.ForeignKey(Appointment, models.RESTRICT, related_name="events")
    event = models.CharField(max_length=10, choices=Event.choices)
    status = models.CharField(max_length=20, choices=Status.choices)
    was_provider = models.ForeignKey(Provider, models.RESTRICT, null=True, related_name="+")
    was_date = models.DateField(null=True)
    was_time = models.TimeField(null=True)
    was_duration_minutes = models.SmallIntegerField(null=True)
    reason = models.CharField(max_length=255, null=True)
    happened_at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)
    user_name = models.CharField(max_length=150)

    class Meta:
        managed = False
        db_table = "AppointmentEvent"

    def __str__(self):
        return f"{self.get_event_display()} {self.happened_at:%d-%b-%Y %H:%M}"
