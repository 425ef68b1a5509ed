from reception.forms.appointments import (
    CancelAppointmentForm,
    CheckInForm,
    CreateAppointmentForm,
    MoveAppointmentForm,
)
from reception.forms.insurances import AddInsuranceForm, EditInsuranceForm
from reception.forms.patients import EditPatientForm, RegisterPatientForm

__all__ = [
    "AddInsuranceForm",
    "CancelAppointmentForm",
    "CheckInForm",
    "CreateAppointmentForm",
    "EditInsuranceForm",
    "EditPatientForm",
    "MoveAppointmentForm",
    "RegisterPatientForm",
]
