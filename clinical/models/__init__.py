from clinical.models.allergies import Allergy, AllergyStatement
from clinical.models.life import FamilyHistory, SmokingStatus, SocialHistory, SurgicalHistory
from clinical.models.prescriptions import Prescription
from clinical.models.records import ClinicalRecord
from clinical.models.reports import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from clinical.models.tests import Test

__all__ = [
    "Allergy",
    "AllergyStatement",
    "ClinicalRecord",
    "ClinicalRecordSummary",
    "FamilyHistory",
    "PatientsByDepartment",
    "PatientsByRoom",
    "Prescription",
    "SmokingStatus",
    "SocialHistory",
    "SurgicalHistory",
    "Test",
]
