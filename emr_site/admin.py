"""The back office's pages of what came from elsewhere."""

import json

from django.contrib import admin
from django.utils.html import format_html

from emr_site.back_office.tables import ReadAdmin
from emr_site.models import AdoptionFinding, ExternalIdentifier


@admin.register(AdoptionFinding)
class AdoptionFindingAdmin(ReadAdmin):
    list_display = ("number", "source_table", "source_id", "reason", "explanation", "placed_table", "placed_id")
    list_filter = ("source_table", "reason")
    search_fields = ("source_id__exact",)
    search_help_text = "The number that the row had in the adopted database"
    fields = (
        ("source_table", "source_id"),
        ("reason", "explanation"),
        ("placed_table", "placed_id"),
        "found_at",
        "whole_row",
    )
    readonly_fields = ("whole_row",)

    @admin.display(description="row as it was")
    def whole_row(self, finding):
        return format_html("<pre>{}</pre>", json.dumps(finding.original_row, indent=2, ensure_ascii=False))


@admin.register(ExternalIdentifier)
class ExternalIdentifierAdmin(ReadAdmin):
    list_display = ("identifier_system", "identifier_value", "table_name", "record_id", "recorded_at")
    list_filter = ("table_name",)
    search_fields = ("record_id__exact",)
    search_help_text = "The number of our row"
