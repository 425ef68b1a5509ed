from clinical.models.prescriptions import Prescription
from clinical.models.records import ClinicalRecord
from clinical.models.reports import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from clinical.models.tests import Test
from clinical.models.versions import EditConflict

__all__ = [
    "ClinicalRecord",
    "ClinicalRecordSummary",
    "EditConflict",
    "PatientsByDepartment",
    "PatientsByRoom",
    "Prescription",
    "Test",
]
