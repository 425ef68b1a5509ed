from reception.models.appointment_types import AppointmentSeries, AppointmentType
from reception.models.appointments import Appointment, AppointmentEvent
from reception.models.hours import Holiday, ProviderException, ProviderHours
from reception.models.insurances import Insurance
from reception.models.patients import Patient
from reception.models.places import Place, Room, RoomKind
from reception.models.providers import Provider
from reception.models.reports import (
    AppointmentDetails,
    AppointmentsPerProvider,
    AverageAge,
    InsuredPatients,
    PatientAppointments,
    PatientBasicInfo,
    PatientInsurance,
    VisitHistory,
    VisitsPerPatient,
)
from reception.models.room_stays import RoomStay
from reception.models.visits import Visit

__all__ = [
    "Appointment",
    "AppointmentDetails",
    "AppointmentEvent",
    "AppointmentSeries",
    "AppointmentType",
    "AppointmentsPerProvider",
    "AverageAge",
    "Holiday",
    "Insurance",
    "InsuredPatients",
    "Patient",
    "PatientAppointments",
    "PatientBasicInfo",
    "PatientInsurance",
    "Place",
    "Provider",
    "ProviderException",
    "ProviderHours",
    "Room",
    "RoomKind",
    "RoomStay",
    "Visit",
    "VisitHistory",
    "VisitsPerPatient",
]
