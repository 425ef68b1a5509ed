from clinical.models.icd10 import Icd10Code, Icd10Term, Icd10Word
from clinical.models.prescriptions import Prescription
from clinical.models.problems import Problem, VisitDiagnosis
from clinical.models.records import ClinicalRecord
from clinical.models.reports import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from clinical.models.tests import Test

__all__ = [
    "ClinicalRecord",
    "ClinicalRecordSummary",
    "Icd10Code",
    "Icd10Term",
    "Icd10Word",
    "PatientsByDepartment",
    "PatientsByRoom",
    "Prescription",
    "Problem",
    "Test",
    "VisitDiagnosis",
]
