from clinical.models.prescriptions import Prescription
from clinical.models.records import ClinicalRecord
from clinical.models.tests import Test

__all__ = ["ClinicalRecord", "Prescription", "Test"]
