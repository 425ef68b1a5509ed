from reception.models.appointments import Appointment
from reception.models.demographics import PatientContact, PatientPhone, PatientPhoto
from reception.models.insurances import Insurance
from reception.models.patients import Patient, PhoneKind
from reception.models.providers import Provider, ProviderHours
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
from reception.models.rooms import Room
from reception.models.visits import Visit

__all__ = [
    "Appointment",
    "AppointmentDetails",
    "AppointmentsPerProvider",
    "AverageAge",
    "Insurance",
    "InsuredPatients",
    "Patient",
    "PatientAppointments",
    "PatientBasicInfo",
    "PatientContact",
    "PatientInsurance",
    "PatientPhone",
    "PatientPhoto",
    "PhoneKind",
    "Provider",
    "ProviderHours",
    "Room",
    "Visit",
    "VisitHistory",
    "VisitsPerPatient",
]
