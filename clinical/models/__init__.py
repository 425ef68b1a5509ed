from clinical.models.notes import Addendum, CarriedText, Note, NoteSection, NoteSignature, Section
from clinical.models.phrases import NoteTemplate, Phrase
from clinical.models.prescriptions import Prescription
from clinical.models.records import ClinicalRecord
from clinical.models.reports import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from clinical.models.tests import Test

__all__ = [
    "Addendum",
    "CarriedText",
    "ClinicalRecord",
    "ClinicalRecordSummary",
    "Note",
    "NoteSection",
    "NoteSignature",
    "NoteTemplate",
    "PatientsByDepartment",
    "PatientsByRoom",
    "Phrase",
    "Prescription",
    "Section",
    "Test",
]
