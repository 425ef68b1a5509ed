"""Rows of the chart."""

import factory

from accounts.tests.factories import UserFactory
from clinical.models import (
    Allergy,
    AllergyStatement,
    ClinicalRecord,
    FamilyHistory,
    Favourite,
    Icd10Code,
    Note,
    NoteSection,
    Prescription,
    Problem,
    SmokingStatus,
    SocialHistory,
    SurgicalHistory,
    Test,
    VisitDiagnosis,
    VitalSigns,
)
from emr_site.tests.factories import RowFactory
from reception.tests.factories import PatientFactory, VisitFactory, day


class ClinicalRecordFactory(RowFactory):
    class Meta:
        model = ClinicalRecord

    visit = factory.SubFactory(VisitFactory)
    signs_and_symptoms = "Sore throat"
    discharge_diagnosis = "Tonsillitis"


class PrescriptionFactory(RowFactory):
    """Current, with no visit: that of a visit takes the visit's patient and provider from the caller."""

    class Meta:
        model = Prescription

    patient = factory.SubFactory(PatientFactory)
    medication = "metformin"
    dosage = "500 mg"
    instructions = "One tablet twice a day with food"
    prescribed_on = factory.LazyFunction(lambda: day(-30))


class TestFactory(RowFactory):
    __test__ = False  # makes rows of the table Test; no test case for the test runner to collect

    class Meta:
        model = Test

    visit = factory.SubFactory(VisitFactory)
    type = "Full blood count"
    date = factory.LazyFunction(lambda: day(-1))


class FavouriteFactory(RowFactory):
    """A test; for another kind the caller says which, and that there is no `test_type`."""

    class Meta:
        model = Favourite

    user = factory.SubFactory(UserFactory)
    kind = "test"
    test_type = "Full blood count"


class NoteFactory(RowFactory):
    class Meta:
        model = Note

    visit = factory.SubFactory(VisitFactory)


class NoteSectionFactory(RowFactory):
    class Meta:
        model = NoteSection

    note = factory.SubFactory(NoteFactory)
    section = "subjective"
    body = "Sore throat for three days"


def title_of(code):
    return Icd10Code.objects.filter(pk=code).values_list("title", flat=True).first()


class ProblemFactory(RowFactory):
    """Active and without a code; a code must be on the list first."""

    class Meta:
        model = Problem

    patient = factory.SubFactory(PatientFactory)
    description = factory.LazyAttribute(lambda row: title_of(getattr(row, "icd10_code_id", None)) or "Tired of late")


class VisitDiagnosisFactory(RowFactory):
    """The principal one of a visit."""

    class Meta:
        model = VisitDiagnosis

    visit = factory.SubFactory(VisitFactory)
    patient = factory.SelfAttribute("visit.patient")
    problem = factory.SubFactory(ProblemFactory, patient=factory.SelfAttribute("..patient"))
    rank = 1


class AllergyFactory(RowFactory):
    class Meta:
        model = Allergy

    patient = factory.SubFactory(PatientFactory)
    substance = "penicillin"
    reaction = "rash"
    severity = "moderate"


class AllergyStatementFactory(RowFactory):
    class Meta:
        model = AllergyStatement

    patient = factory.SubFactory(PatientFactory)
    answer = "none_known"


class FamilyHistoryFactory(RowFactory):
    class Meta:
        model = FamilyHistory

    patient = factory.SubFactory(PatientFactory)
    relation = "mother"
    illness = "breast cancer"


class SurgicalHistoryFactory(RowFactory):
    class Meta:
        model = SurgicalHistory

    patient = factory.SubFactory(PatientFactory)
    operation = "appendectomy"


class SocialHistoryFactory(RowFactory):
    class Meta:
        model = SocialHistory

    patient = factory.SubFactory(PatientFactory)
    kind = "occupation"
    words = "Bus driver"


class SmokingStatusFactory(RowFactory):
    class Meta:
        model = SmokingStatus

    patient = factory.SubFactory(PatientFactory)
    status = "never"


class VitalSignsFactory(RowFactory):
    class Meta:
        model = VitalSigns

    patient = factory.SubFactory(PatientFactory)
    systolic_mmhg = 118
    diastolic_mmhg = 76
    blood_pressure_unit = "mmHg"
    blood_pressure_typed = factory.LazyAttribute(lambda row: f"{row.systolic_mmhg}/{row.diastolic_mmhg}")
    pulse_per_min = 72
