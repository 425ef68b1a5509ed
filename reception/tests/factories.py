"""The rows that everything at the front desk hangs on. Dates are the clinic's own days, counted from today."""

from datetime import date, time, timedelta

import factory
from django.utils import timezone

from emr_site.tests.factories import RowFactory
from reception.models import (
    Appointment,
    AppointmentSeries,
    AppointmentType,
    Patient,
    Place,
    Provider,
    Room,
    RoomStay,
    Visit,
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
