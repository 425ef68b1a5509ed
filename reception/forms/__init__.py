from reception.forms.appointments import CreateAppointmentForm
from reception.forms.board import CheckInForm, DayForm, StepForm, UndoStepForm
from reception.forms.changes import CancelAppointmentForm, EditAppointmentForm, MoveAppointmentForm
from reception.forms.demographics import AddContactForm, AddPhoneForm, EditContactForm, EditPhoneForm
from reception.forms.insurances import AddInsuranceForm, EditInsuranceForm
from reception.forms.patients import EditPatientForm, RegisterPatientForm

__all__ = [
    "AddContactForm",
    "AddInsuranceForm",
    "AddPhoneForm",
    "CancelAppointmentForm",
    "CheckInForm",
    "CreateAppointmentForm",
    "DayForm",
    "EditAppointmentForm",
    "EditContactForm",
    "EditInsuranceForm",
    "EditPatientForm",
    "EditPhoneForm",
    "MoveAppointmentForm",
    "RegisterPatientForm",
    "StepForm",
    "UndoStepForm",
]
