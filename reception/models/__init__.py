from reception.models.appointments import Appointment
from reception.models.insurances import Insurance
from reception.models.messages import (
    AppointmentAnswer,
    Channel,
    Message,
    MessageOptOut,
    MessageTemplate,
    OutboxDelivery,
)
from reception.models.patients import Patient
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
    "AppointmentAnswer",
    "AppointmentDetails",
    "AppointmentsPerProvider",
    "AverageAge",
    "Channel",
    "Insurance",
    "InsuredPatients",
    "Message",
    "MessageOptOut",
    "MessageTemplate",
    "OutboxDelivery",
    "Patient",
    "PatientAppointments",
    "PatientBasicInfo",
    "PatientInsurance",
    "Provider",
    "ProviderHours",
    "Room",
    "Visit",
    "VisitHistory",
    "VisitsPerPatient",
]
