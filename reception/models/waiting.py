"""Who waits for an earlier time, which times are free again, and to whom each is offered."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from emr_site.versions import Versioned
from reception.models.appointment_types import AppointmentType
from reception.models.appointments import Appointment
from reception.models.patients import Patient
from reception.models.providers import Provider

USER = settings.AUTH_USER_MODEL
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY_DAY = 127


class WaitingRequestQuerySet(models.QuerySet):
    def live(self):
        return self.filter(closed_at=None)


class WaitingRequest(Versioned, models.Model):
    class Urgency(models.IntegerChoices):
        URGENT = 1, "Urgent"
        SOON = 2, "Soon"
        ROUTINE = 3, "Routine"

    class ClosedAs(models.TextChoices):
        BOOKED = "booked", "Booked"
        WITHDRAWN = "withdrawn", "Taken off the list"
        LAPSED = "lapsed", "Its last day has passed"
        OVER = "over", "Its appointment is cancelled or over"

    id = models.BigAutoField(primary_key=True, db_column="waiting_request_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="waiting_requests")
    provider = models.ForeignKey(Provider, models.RESTRICT, null=True, blank=True, related_name="+")
    appointment_type = models.ForeignKey(AppointmentType, models.RESTRICT, null=True, blank=True, related_name="+")
    appointment = models.ForeignKey(Appointment, models.RESTRICT, null=True, blank=True, related_name="+")
    duration_minutes = models.SmallIntegerField("length in minutes", default=15)
    weekdays = models.SmallIntegerField(default=EVERY_DAY)
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    from_date = models.DateField(default=timezone.localdate)
    until_date = models.DateField(null=True, blank=True)
    urgency = models.SmallIntegerField(choices=Urgency.choices, default=Urgency.ROUTINE)
    note = models.CharField(max_length=255, null=True, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="asked_by", related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_as = models.CharField(max_length=10, choices=ClosedAs.choices, null=True)
    closed_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="closed_by", related_name="+")
    live_wish = models.GeneratedField(
        expression=models.F("closed_at"), output_field=models.CharField(max_length=50, null=True), db_persist=True
    )

    version_fields = (
        "provider", "appointment_type", "duration_minutes", "weekdays", "starts", "ends", "from_date", "until_date",
        "urgency", "note",
    )  # fmt: skip

    objects = WaitingRequestQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "WaitingRequest"

    def __str__(self):
        return f"Waiting request {self.pk}"

    def suits(self, weekday):
        return bool(self.weekdays >> weekday & 1)

    @property
    def days(self):
        """The days that suit, in words."""
        if self.weekdays == EVERY_DAY:
            return "Any day"
        return ", ".join(name[:3] for number, name in enumerate(DAY_NAMES) if self.suits(number))

    @property
    def hours(self):
        if not self.starts and not self.ends:
            return "any time"
        return " ".join(
            word
            for word in (
                self.starts and f"from {self.starts:%H:%M}",
                self.ends and f"until {self.ends:%H:%M}",
            )
            if word
        )


class FreedSlotQuerySet(models.QuerySet):
    def on_offer(self):
        """To be offered, or free still though nobody who waits has taken it."""
        return self.filter(Q(done_at=None) | Q(done_as=FreedSlot.DoneAs.NOBODY))

    def ahead(self):
        """Those that have not begun by the clinic's clock."""
        now = timezone.localtime()
        return self.filter(Q(date__gt=now.date()) | Q(date=now.date(), time__gt=now.time()))

    def unworked(self):
        """Of days that are past, of one who has left, and those at whose beginning nobody works."""
        five = models.Func(F("time"), models.Value("00:05:00"), function="ADDTIME", output_field=models.TimeField())
        works = models.Func(
            F("provider"), F("date"), F("time"), five, function="IsWorkingTime", output_field=models.IntegerField()
        )
        has_left = Q(provider__deactivated_at__isnull=False)
        return self.annotate(works=works).filter(Q(date__lt=timezone.localdate()) | has_left | Q(works=0))


class FreedSlot(models.Model):
    class DoneAs(models.TextChoices):
        FILLED = "filled", "Taken"
        NOBODY = "nobody", "Nobody took it"
        GONE = "gone", "Booked otherwise, or past"
        STOPPED = "stopped", "No longer offered"

    id = models.BigAutoField(primary_key=True, db_column="freed_slot_id")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="+")
    patient = models.ForeignKey(Patient, models.RESTRICT, null=True, related_name="+")
    date = models.DateField()
    time = models.TimeField()
    duration_minutes = models.SmallIntegerField()
    end_time = models.GeneratedField(
        expression=models.F("time"), output_field=models.TimeField(null=True), db_persist=True
    )
    freed_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    done_as = models.CharField(max_length=10, choices=DoneAs.choices, null=True)

    objects = FreedSlotQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "FreedSlot"

    def __str__(self):
        return f"Freed slot {self.pk}"

    @property
    def begins_at(self):
        return datetime.combine(self.date, self.time, tzinfo=timezone.get_default_timezone())


class SlotOfferQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=SlotOffer.State.OPEN)

    def holding(self):
        """Those because of which nobody else gets their time."""
        return self.open().filter(held_until__gt=timezone.now())


class SlotOffer(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "Offered"
        ACCEPTED = "accepted", "Taken"
        DECLINED = "declined", "Declined"
        LAPSED = "lapsed", "No answer"
        WITHDRAWN = "withdrawn", "Withdrawn"

    id = models.BigAutoField(primary_key=True, db_column="slot_offer_id")
    freed_slot = models.ForeignKey(FreedSlot, models.RESTRICT, related_name="offers")
    waiting_request = models.ForeignKey(WaitingRequest, models.RESTRICT, related_name="offers")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="+")
    date = models.DateField()
    time = models.TimeField()
    duration_minutes = models.SmallIntegerField()
    end_time = models.GeneratedField(
        expression=models.F("time"), output_field=models.TimeField(null=True), db_persist=True
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    offered_at = models.DateTimeField(default=timezone.now)
    held_until = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    appointment = models.ForeignKey(Appointment, models.RESTRICT, null=True, related_name="+")
    decided_by = models.ForeignKey(USER, models.RESTRICT, null=True, db_column="decided_by", related_name="+")
    open_slot = models.GeneratedField(
        expression=models.F("freed_slot"), output_field=models.BigIntegerField(null=True), db_persist=True
    )
    open_request = models.GeneratedField(
        expression=models.F("waiting_request"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    objects = SlotOfferQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "SlotOffer"

    def __str__(self):
        return f"Slot offer {self.pk}"

    @property
    def is_held(self):
        return self.state == self.State.OPEN and self.held_until > timezone.now()
