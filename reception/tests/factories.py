"""Rows of the front desk. Dates are the clinic's own days, counted from today."""

import hashlib
import io
from datetime import date, time, timedelta

import factory
from django.utils import timezone
from PIL import Image

from emr_site.tests.factories import RowFactory
from reception.models import (
    Appointment,
    AppointmentAnswer,
    AppointmentSeries,
    AppointmentType,
    Consent,
    ConsentForm,
    FreedSlot,
    Holiday,
    Insurance,
    Message,
    Patient,
    PatientContact,
    PatientPhone,
    PatientPhoto,
    Place,
    PortalRequest,
    PossibleDuplicate,
    Provider,
    ProviderException,
    ProviderFeed,
    ProviderHours,
    Room,
    RoomStay,
    SelfCheckIn,
    SlotOffer,
    Visit,
    WaitingRequest,
)


def day(days):
    """The date so many days from today, on the clinic's calendar."""
    return timezone.localdate() + timedelta(days=days)


class PatientFactory(RowFactory):
    class Meta:
        model = Patient

    given_name = "Pat"
    family_name = factory.Sequence(lambda n: f"Patient{n}")
    date_of_birth = date(1980, 8, 14)
    sex = Patient.Sex.FEMALE


class PlaceFactory(RowFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Clinic {n}")


class RoomFactory(RowFactory):
    class Meta:
        model = Room

    room_number = factory.Sequence(lambda n: 300 + n)
    managing_department = "Family Medicine"


class ProviderFactory(RowFactory):
    class Meta:
        model = Provider

    prefix = "Dr."
    given_name = "Paula"
    family_name = factory.Sequence(lambda n: f"Provider{n}")
    specialization = "General practice"
    department = "Family Medicine"


class ProviderHoursFactory(RowFactory):
    class Meta:
        model = ProviderHours

    provider = factory.SubFactory(ProviderFactory)
    weekday = 0
    starts = time(9)
    ends = time(17)


class ProviderExceptionFactory(RowFactory):
    """Away for the whole of tomorrow."""

    class Meta:
        model = ProviderException

    provider = factory.SubFactory(ProviderFactory)
    kind = ProviderException.Kind.AWAY
    first_day = factory.LazyFunction(lambda: day(1))
    last_day = factory.SelfAttribute("first_day")


class ProviderFeedFactory(RowFactory):
    """An open address, which the token "secret" opens; `created_by` is to be told."""

    class Meta:
        model = ProviderFeed

    provider = factory.SubFactory(ProviderFactory)
    token_sha256 = hashlib.sha256(b"secret").hexdigest()


class HolidayFactory(RowFactory):
    class Meta:
        model = Holiday

    date = factory.LazyFunction(lambda: day(1))
    name = "Founders' Day"


class AppointmentTypeFactory(RowFactory):
    class Meta:
        model = AppointmentType

    name = factory.Sequence(lambda n: f"Type {n}")
    duration_minutes = 30


class AppointmentSeriesFactory(RowFactory):
    class Meta:
        model = AppointmentSeries

    patient = factory.SubFactory(PatientFactory)
    times = 6


class PossibleDuplicateFactory(RowFactory):
    """Two records, of which the later one looks like the other."""

    class Meta:
        model = PossibleDuplicate

    other_patient = factory.SubFactory(PatientFactory)
    patient = factory.SubFactory(PatientFactory)
    reason = "Same phone"


class InsuranceFactory(RowFactory):
    class Meta:
        model = Insurance

    patient = factory.SubFactory(PatientFactory)
    insurance_details = "Northern Mutual"
    member_number = factory.Sequence(lambda n: f"NM{n:06d}")


class PatientPhoneFactory(RowFactory):
    class Meta:
        model = PatientPhone

    patient = factory.SubFactory(PatientFactory)
    number = factory.Sequence(lambda n: f"01632 961 {n:03d}")


class PatientContactFactory(RowFactory):
    class Meta:
        model = PatientContact

    patient = factory.SubFactory(PatientFactory)
    name = "Carol Kin"
    relation = PatientContact.Relation.SIBLING


def picture(width=40, height=30, kind="JPEG", **more):
    """A grey picture as a file's bytes."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(out, kind, **more)
    return out.getvalue()


class PatientPhotoFactory(RowFactory):
    class Meta:
        model = PatientPhoto

    patient = factory.SubFactory(PatientFactory)
    image = factory.LazyFunction(picture)


class AppointmentFactory(RowFactory):
    """Tomorrow at 10:30, a quarter of an hour; each with a provider of its own unless told."""

    class Meta:
        model = Appointment

    patient = factory.SubFactory(PatientFactory)
    provider = factory.SubFactory(ProviderFactory)
    date = factory.LazyFunction(lambda: day(1))
    time = time(10, 30)
    reason = "Check-up"


class VisitFactory(RowFactory):
    """Yesterday at 10:30."""

    class Meta:
        model = Visit

    patient = factory.SubFactory(PatientFactory)
    provider = factory.SubFactory(ProviderFactory)
    date = factory.LazyFunction(lambda: day(-1))
    time = time(10, 30)
    reason = "Check-up"
    facility = "Main clinic"


class RoomStayFactory(RowFactory):
    class Meta:
        model = RoomStay

    room = factory.SubFactory(RoomFactory)
    visit = factory.SubFactory(VisitFactory)


class WaitingRequestFactory(RowFactory):
    """Anybody, any time from today on."""

    class Meta:
        model = WaitingRequest

    patient = factory.SubFactory(PatientFactory, phone_number="07700 900 123")
    from_date = factory.LazyFunction(lambda: day(0))


class FreedSlotFactory(RowFactory):
    """Tomorrow at ten."""

    class Meta:
        model = FreedSlot

    provider = factory.SubFactory(ProviderFactory)
    date = factory.LazyFunction(lambda: day(1))
    time = time(10)
    duration_minutes = 15


class SlotOfferFactory(RowFactory):
    """Held for an hour from now."""

    class Meta:
        model = SlotOffer

    freed_slot = factory.SubFactory(FreedSlotFactory)
    waiting_request = factory.SubFactory(WaitingRequestFactory)
    patient = factory.SelfAttribute("waiting_request.patient")
    provider = factory.SelfAttribute("freed_slot.provider")
    date = factory.SelfAttribute("freed_slot.date")
    time = factory.SelfAttribute("freed_slot.time")
    duration_minutes = factory.SelfAttribute("freed_slot.duration_minutes")
    held_until = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))


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


class ConsentFormFactory(RowFactory):
    """In use since last year, and asked of everybody."""

    class Meta:
        model = ConsentForm

    code = factory.Sequence(lambda n: f"form{n}")
    title = "Privacy notice"
    version = "1"
    body = "We keep your record safe."
    starts_on = factory.LazyFunction(lambda: day(-365))


class ConsentFactory(RowFactory):
    """Agreed to yesterday, by the patient."""

    class Meta:
        model = Consent

    patient = factory.SubFactory(PatientFactory)
    consent_form = factory.SubFactory(ConsentFormFactory)
    decision = "agreed"
    signed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    signed_by_name = "Pat Patient"
