from reception.models.appointment_types import AppointmentSeries, AppointmentType
from reception.models.appointments import Appointment, AppointmentEvent
from reception.models.check_in import CheckInCode, SelfCheckIn
from reception.models.consents import Consent, ConsentForm
from reception.models.demographics import PatientContact, PatientPhone, PatientPhoto
from reception.models.duplicates import MergedRow, MergedValue, PatientMerge, PossibleDuplicate
from reception.models.hours import Holiday, ProviderException, ProviderHours
from reception.models.insurances import Insurance
from reception.models.messages import (
    AppointmentAnswer,
    Channel,
    Message,
    MessageOptOut,
    MessageTemplate,
    OutboxDelivery,
    Purpose,
)
from reception.models.patients import Patient, PhoneKind
from reception.models.places import Place, Room, RoomKind
from reception.models.provider_feeds import ProviderFeed
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
from reception.models.requests import PortalRequest
from reception.models.room_stays import RoomStay
from reception.models.stated_reasons import StatedReason
from reception.models.visits import Visit
from reception.models.waiting import FreedSlot, SlotOffer, WaitingRequest
from reception.models.wrong_codes import WrongCode

__all__ = [
    "Appointment",
    "AppointmentAnswer",
    "AppointmentDetails",
    "AppointmentEvent",
    "AppointmentSeries",
    "AppointmentType",
    "AppointmentsPerProvider",
    "AverageAge",
    "Channel",
    "CheckInCode",
    "Consent",
    "ConsentForm",
    "FreedSlot",
    "Holiday",
    "Insurance",
    "InsuredPatients",
    "MergedRow",
    "MergedValue",
    "Message",
    "MessageOptOut",
    "MessageTemplate",
    "OutboxDelivery",
    "Patient",
    "PatientAppointments",
    "PatientBasicInfo",
    "PatientContact",
    "PatientInsurance",
    "PatientMerge",
    "PatientPhone",
    "PatientPhoto",
    "PhoneKind",
    "Place",
    "PortalRequest",
    "PossibleDuplicate",
    "Provider",
    "ProviderException",
    "ProviderFeed",
    "ProviderHours",
    "Purpose",
    "Room",
    "RoomKind",
    "RoomStay",
    "SelfCheckIn",
    "SlotOffer",
    "StatedReason",
    "Visit",
    "VisitHistory",
    "VisitsPerPatient",
    "WaitingRequest",
    "WrongCode",
]
