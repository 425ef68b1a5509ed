from reception.forms.appointments import (
    CancelAppointmentForm,
    CheckInForm,
    ConfirmForm,
    CreateAppointmentForm,
    MoveAppointmentForm,
)
from reception.forms.insurances import AddInsuranceForm, EditInsuranceForm
from reception.forms.patients import EditPatientForm, RegisterPatientForm

__all__ = [
    "AddInsuranceForm",
    "CancelAppointmentForm",
    "CheckInForm",
    "ConfirmForm",
    "CreateAppointmentForm",
    "EditInsuranceForm",
    "EditPatientForm",
    "MoveAppointmentForm",
    "RegisterPatientForm",
]
