from clinical.forms.prescriptions import CreatePrescriptionForm, EndPrescriptionForm, UpdatePrescriptionForm
from clinical.forms.records import CreateClinicalRecordForm, UpdateClinicalRecordForm
from clinical.forms.tests import CreateTestForm, UpdateTestForm

__all__ = [
    "CreateClinicalRecordForm",
    "CreatePrescriptionForm",
    "CreateTestForm",
    "EndPrescriptionForm",
    "UpdateClinicalRecordForm",
    "UpdatePrescriptionForm",
    "UpdateTestForm",
]
