from clinical.models.allergies import Allergy, AllergyStatement
from clinical.models.favourites import Favourite
from clinical.models.icd10 import Icd10Code, Icd10Term, Icd10Word
from clinical.models.life import FamilyHistory, SmokingStatus, SocialHistory, SurgicalHistory
from clinical.models.notes import Addendum, CarriedText, Note, NoteSection, NoteSignature, Section, is_signed
from clinical.models.phrases import NoteTemplate, Phrase
from clinical.models.prescriptions import Prescription
from clinical.models.problems import Problem, VisitDiagnosis
from clinical.models.records import ClinicalRecord
from clinical.models.reports import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from clinical.models.tests import Test
from clinical.models.vitals import ReferenceRange, VitalRange, VitalSigns

__all__ = [
    "Addendum",
    "Allergy",
    "AllergyStatement",
    "CarriedText",
    "ClinicalRecord",
    "ClinicalRecordSummary",
    "FamilyHistory",
    "Favourite",
    "Icd10Code",
    "Icd10Term",
    "Icd10Word",
    "Note",
    "NoteSection",
    "NoteSignature",
    "NoteTemplate",
    "PatientsByDepartment",
    "PatientsByRoom",
    "Phrase",
    "Prescription",
    "Problem",
    "ReferenceRange",
    "Section",
    "SmokingStatus",
    "SocialHistory",
    "SurgicalHistory",
    "Test",
    "VisitDiagnosis",
    "VitalRange",
    "VitalSigns",
    "is_signed",
]
