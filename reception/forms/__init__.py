from reception.forms.appointments import (
    CancelAppointmentForm,
    CreateAppointmentForm,
    MoveAppointmentForm,
)
from reception.forms.board import CheckInForm, DayForm, StepForm
from reception.forms.insurances import AddInsuranceForm, EditInsuranceForm
from reception.forms.patients import EditPatientForm, RegisterPatientForm

__all__ = [
    "AddInsuranceForm",
    "CancelAppointmentForm",
    "CheckInForm",
    "CreateAppointmentForm",
    "DayForm",
    "EditInsuranceForm",
    "EditPatientForm",
    "MoveAppointmentForm",
    "RegisterPatientForm",
    "StepForm",
]
