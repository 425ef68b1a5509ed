"""What the practice and its patients say to each other."""

import factory
from django.utils import timezone

from emr_site.tests.factories import RowFactory
from reception.models import AppointmentAnswer, Message, PortalRequest, SelfCheckIn
from reception.tests.factories import AppointmentFactory, PatientFactory


class SelfCheckInFactory(RowFactory):
    """One whose insurance has changed."""

    class Meta:
        model = SelfCheckIn

    appointment = factory.SubFactory(AppointmentFactory)
    patient = factory.SelfAttribute("appointment.patient")
    insurance_answer = "changed"
    insurance_words = "Now with Alpha"


class PortalRequestFactory(RowFactory):
    """One that waits for an answer."""

    class Meta:
        model = PortalRequest

    patient = factory.SubFactory(PatientFactory)
    kind = "appointment"
    words = "May I come on a Tuesday?"


class MessageFactory(RowFactory):
    """A text message that is due."""

    class Meta:
        model = Message

    patient = factory.SubFactory(PatientFactory)
    purpose = "appointment_reminder"
    channel = "sms"
    recipient = "07700 900 123"
    language = "en"
    body = "Northgate Clinic: you have an appointment."
    dedup_key = factory.Sequence(lambda n: f"test:{n}")
    not_before = factory.LazyFunction(timezone.now)


class AppointmentAnswerFactory(RowFactory):
    """A request for another time that waits for the desk."""

    class Meta:
        model = AppointmentAnswer

    appointment = factory.SubFactory(AppointmentFactory)
    patient = factory.SelfAttribute("appointment.patient")
    answer = "another_time"
    words = "Any Tuesday"
