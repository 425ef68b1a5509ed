"""The back office's page of the words by which diagnoses are found."""

from django.contrib import admin

from clinical.messages import MESSAGES
from clinical.models import Icd10Term
from emr_site.back_office.tables import EditedAdmin


@admin.register(Icd10Term)
class Icd10TermAdmin(EditedAdmin):
    refusals = MESSAGES
    rows_may_go = True
    list_display = ("term", "means")
    ordering = ("term",)
    search_fields = ("term__istartswith",)
    search_help_text = "How it is typed: dm2, heart attack"
