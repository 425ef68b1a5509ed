"""What is said to patients from afar, and what they answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.appointments import Appointment
from reception.models.patients import Patient
from reception.models.providers import Provider


class Channel(models.TextChoices):
    EMAIL = "email", "E-mail"
    SMS = "sms", "Text message"


class Purpose(models.TextChoices):
    """What a message is about; the clinic has words for each."""

    REMINDER = "appointment_reminder", "Reminder of an appointment"
    LETTER = "appointment_letter", "Letter about an appointment"
    BOOKED = "appointment_booked", "An appointment is booked"
    SERIES = "series_booked", "A series of appointments is booked"
    MOVED = "appointment_moved", "An appointment is moved"
    CANCELLED = "appointment_cancelled", "An appointment is cancelled"
    OFFER = "slot_offer", "A free time is offered"


# The clinic has words for paper too, which is handed over or posted and never queued.
WORDS_FOR = [*Channel.choices, ("letter", "Letter")]


class MessageQuerySet(models.QuerySet):
    def troubled(self):
        """What only a person can put right."""
        return self.filter(state__in=Message.TROUBLED)

    def due(self, now):
        return self.filter(state=Message.State.QUEUED, not_before__lte=now).order_by("not_before", "id")

    def visible_to(self, user):
        return self if user.is_colleague else self.none()


class Message(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        UNCLEAR = "unclear", "Unclear"
        CANCELLED = "cancelled", "Cancelled"

    TROUBLED = (State.FAILED, State.UNCLEAR)

    id = models.BigAutoField(primary_key=True, db_column="message_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="messages")
    appointment = models.ForeignKey(Appointment, models.RESTRICT, null=True, blank=True, related_name="messages")
    purpose = models.CharField(max_length=30)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.CharField(max_length=254)
    language = models.CharField(max_length=35)
    subject = models.CharField(max_length=150, blank=True, default="")
    body = models.TextField()
    about_date = models.DateField(null=True, blank=True)
    about_time = models.TimeField(null=True, blank=True)
    about_provider = models.ForeignKey(Provider, models.RESTRICT, null=True, blank=True, related_name="+")
    dedup_key = models.CharField(max_length=100, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    not_before = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.CharField(max_length=100, null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    transport_id = models.CharField(max_length=200, null=True, blank=True)
    last_error = models.CharField(max_length=255, null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Message"
        ordering = ["-id"]

    def __str__(self):
        return f"Message {self.pk}"

    @property
    def purpose_in_words(self):
        return dict(Purpose.choices).get(self.purpose, self.purpose)

    @property
    def is_troubled(self):
        return self.state in self.TROUBLED

    @property
    def is_waiting(self):
        return self.state == self.State.QUEUED


class OutboxDelivery(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="delivery_id")
    message = models.OneToOneField(Message, models.RESTRICT, related_name="delivery")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    delivered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "OutboxDelivery"
        verbose_name = "outbox message"
        ordering = ["-id"]

    def __str__(self):
        return f"Outbox message {self.message_id}"


class MessageTemplate(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="template_id")
    code = models.CharField("purpose", max_length=30)
    channel = models.CharField(max_length=10, choices=WORDS_FOR)
    language = models.CharField(max_length=35, help_text="A language tag: en, es, es-MX.")
    subject = models.CharField(max_length=150, blank=True, default="", help_text="Of an e-mail or a letter.")
    body = models.TextField()

    class Meta:
        managed = False
        db_table = "MessageTemplate"
        ordering = ["code", "channel", "language"]

    def __str__(self):
        return f"{self.code}, {self.get_channel_display()}, {self.language}"


class MessageOptOutQuerySet(models.QuerySet):
    def live(self):
        return self.filter(ended_at=None)


class MessageOptOut(models.Model):
    class SaidBy(models.TextChoices):
        PATIENT = "patient", "The patient, by the link"
        DESK = "desk", "The desk"

    id = models.BigAutoField(primary_key=True, db_column="opt_out_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="opt_outs")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    said_by = models.CharField(max_length=10, choices=SaidBy.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, db_column="recorded_by", related_name="+"
    )
    opted_out_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_live = models.GeneratedField(
        expression=models.F("ended_at"), output_field=models.SmallIntegerField(null=True), db_persist=True
    )

    objects = MessageOptOutQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "MessageOptOut"

    def __str__(self):
        return f"No {self.get_channel_display()} since {self.opted_out_at:%d-%b-%Y}"


class AppointmentAnswerQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(is_waiting=1)


class AppointmentAnswer(models.Model):
    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", "Confirmed"
        CANCELLED = "cancelled", "Cancelled"
        ANOTHER_TIME = "another_time", "Asked for another time"

    id = models.BigAutoField(primary_key=True, db_column="answer_id")
    appointment = models.ForeignKey(Appointment, models.RESTRICT, related_name="answers")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    answer = models.CharField(max_length=20, choices=Answer.choices)
    words = models.CharField(max_length=200, null=True, blank=True)
    answered_at = models.DateTimeField(auto_now_add=True)
    seen_to_at = models.DateTimeField(null=True, blank=True)
    seen_to_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, db_column="seen_to_by", related_name="+"
    )
    is_waiting = models.GeneratedField(
        expression=models.F("seen_to_at"), output_field=models.SmallIntegerField(null=True), db_persist=True
    )

    objects = AppointmentAnswerQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "AppointmentAnswer"

    def __str__(self):
        return self.get_answer_display()
