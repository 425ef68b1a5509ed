"""Rows of the chart."""

import factory

from clinical.models import ClinicalRecord, Note, NoteSection, Prescription, Problem, Test, VisitDiagnosis
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


class ProblemFactory(RowFactory):
    """Active and without a code; a code must be on the list first."""

    class Meta:
        model = Problem

    patient = factory.SubFactory(PatientFactory)
    description = "Tired of late"


class VisitDiagnosisFactory(RowFactory):
    """The principal one of a visit."""

    class Meta:
        model = VisitDiagnosis

    visit = factory.SubFactory(VisitFactory)
    patient = factory.SelfAttribute("visit.patient")
    problem = factory.SubFactory(ProblemFactory, patient=factory.SelfAttribute("..patient"))
    rank = 1
