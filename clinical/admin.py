"""The back office's pages of the chart, to read: what is clinical is written where the patient is seen."""

from django.contrib import admin

from audit.looks import LooksRecorded
from clinical import admin_icd10  # noqa: F401  it registers its own table
from clinical.messages import MESSAGES
from clinical.models import ClinicalRecord, NoteTemplate, Phrase, Prescription, ReferenceRange, Test
from emr_site.back_office.tables import EditedAdmin, ReadAdmin, Retired


@admin.register(ClinicalRecord)
class ClinicalRecordAdmin(LooksRecorded, ReadAdmin):
    patient_path = "visit.patient_id"
    list_display = ("number", "patient", "visit_date", "room", "discharge_diagnosis", "recorded_at")
    list_display_links = ("number", "patient")
    list_select_related = ("visit__patient", "room")
    list_filter = ("room",)
    ordering = ("-id",)
    search_fields = ("id__exact", "visit__patient__mrn__exact")
    search_help_text = "A record number, or a medical record number"
    fields = (
        ("visit", "patient"),
        "room",
        "signs_and_symptoms",
        "discharge_diagnosis",
        "prescriptions",
        "tests_and_procedures",
        "notes",
        "recorded_at",
    )
    readonly_fields = ("patient",)

    @admin.display(description="patient")
    def patient(self, record):
        return record.visit.patient

    @admin.display(description="visit")
    def visit_date(self, record):
        return record.visit.date


@admin.register(Prescription)
class PrescriptionAdmin(LooksRecorded, ReadAdmin):
    list_display = ("number", "patient", "medication", "dosage", "prescribed_on", "ended_on", "provider")
    list_display_links = ("number", "patient")
    list_select_related = ("patient", "provider")
    ordering = ("-id",)
    search_fields = ("id__exact", "patient__mrn__exact")
    search_help_text = "A prescription number, or a medical record number"
    fields = (
        ("patient", "visit", "provider"),
        ("medication", "dosage"),
        "instructions",
        ("prescribed_on", "ended_on", "recorded_at"),
    )


@admin.register(Test)
class TestAdmin(LooksRecorded, ReadAdmin):
    __test__ = False  # the table of tests, not a test case for the test runner to collect

    patient_path = "visit.patient_id"
    list_display = ("number", "patient", "type", "date", "has_results")
    list_display_links = ("number", "patient")
    list_select_related = ("visit__patient",)
    ordering = ("-id",)
    search_fields = ("id__exact", "visit__patient__mrn__exact")
    search_help_text = "A test number, or a medical record number"
    fields = (("visit", "patient"), ("type", "date"), "results", "recorded_at")
    readonly_fields = ("patient",)

    @admin.display(description="patient")
    def patient(self, test):
        return test.visit.patient

    @admin.display(description="results", boolean=True)
    def has_results(self, test):
        return bool(test.results)


@admin.register(NoteTemplate)
class NoteTemplateAdmin(Retired, EditedAdmin):
    refusals = MESSAGES
    list_display = ("title", "appointment_type", "retired_at")
    list_select_related = ("appointment_type",)
    search_fields = ("title__istartswith",)
    search_help_text = "The beginning of the title"
    fields = ("title", "appointment_type", "subjective", "objective", "assessment", "plan", "retired_at")


@admin.register(Phrase)
class PhraseAdmin(EditedAdmin):
    """The clinic's own; everybody's private ones are theirs."""

    refusals = MESSAGES
    rows_may_go = True
    list_display = ("abbreviation", "body")
    search_fields = ("abbreviation__istartswith",)
    search_help_text = "The beginning of the word, without the full stop"
    fields = ("abbreviation", "body")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(user=None)


@admin.register(ReferenceRange)
class ReferenceRangeAdmin(EditedAdmin):
    """What is changed here holds for later measurements: each keeps the range of its day."""

    refusals = MESSAGES
    rows_may_go = True
    list_display = ("measure", "kind", "from_days", "to_days", "low", "high", "source")
    list_filter = ("kind", "measure")
    fields = ("kind", "measure", ("from_days", "to_days"), ("low", "high"), "source")
