"""Rows of the chart."""

import factory

from clinical.models import (
    Allergy,
    AllergyStatement,
    ClinicalRecord,
    FamilyHistory,
    Prescription,
    SmokingStatus,
    SocialHistory,
    SurgicalHistory,
    Test,
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
