"""The back office's pages of the logs: searched by patient, person and time, never changed."""

import datetime

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils import timezone

from audit.models import AuditLog, Look
from audit.values import changed_names, side_by_side
from emr_site.back_office.search import BoxedSearch
from emr_site.back_office.tables import ReadAdmin
from emr_site.fields import ClinicalDateField
from emr_site.templatetags.emr import moment

# A medical record number belongs to a room above: that room puts a function here, number -> patient's id or None.
patient_finders = []


class LogSearchForm(forms.Form):
    """Boxes of which any may stay empty; the ends of a stretch of days belong to it."""

    patient = forms.CharField(
        required=False, max_length=20, help_text="Medical record number, or the patient's number in these tables"
    )
    who = forms.CharField(required=False, max_length=150, help_text="User name, or its beginning")
    first_day = ClinicalDateField(label="From", required=False)
    last_day = ClinicalDateField(label="To", required=False)

    def clean_patient(self):
        typed = self.cleaned_data["patient"].replace(" ", "")
        if not typed:
            return None
        if not typed.isascii() or not typed.isdigit():
            raise forms.ValidationError("Write the patient's number in digits, such as 100 000 12.")
        found = (finder(typed) for finder in patient_finders)
        return next((patient_id for patient_id in found if patient_id), int(typed))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "The last day is before the first day. Change one of the two.")
        return cleaned


def midnight(day):
    """The moment a day begins on the clinic's clock."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


class LogAdmin(BoxedSearch, ReadAdmin):
    """Newest first; each box is served by an index that ends in the time."""

    search_form = LogSearchForm
    ordering = ("-occurred_at", "-id")
    empty_value_display = "–"

    def found(self, entries, *, patient, who, first_day, last_day):
        if patient:
            entries = entries.filter(patient_id=patient)
        if who:
            entries = entries.filter(user_name__istartswith=who)
        if first_day:
            entries = entries.filter(occurred_at__gte=midnight(first_day))
        if last_day:
            entries = entries.filter(occurred_at__lt=midnight(last_day + datetime.timedelta(days=1)))
        return entries

    @admin.display(description="when")
    def when(self, entry):
        return f"{moment(entry.occurred_at)}:{timezone.localtime(entry.occurred_at):%S}"


@admin.register(AuditLog)
class AuditLogAdmin(LogAdmin):
    list_display = ("when", "user_name", "action", "what", "record_id", "patient_id", "changed", "outcome")
    list_display_links = ("when",)
    list_filter = ("event", "action")
    fields = (
        ("when", "user_name", "role"),
        ("action", "outcome", "event"),
        ("table_name", "record_id", "patient_id"),
        "values_side_by_side",
        ("address", "database_account", "connection_id"),
        ("request_id", "purpose_of_use"),
    )
    readonly_fields = ("when", "values_side_by_side")

    @admin.display(description="what")
    def what(self, entry):
        return entry.table_name or entry.event.replace("_", " ")

    @admin.display(description="changed")
    def changed(self, entry):
        return ", ".join(changed_names(entry)) or "–"

    @admin.display(description="values")
    def values_side_by_side(self, entry):
        return render_to_string("admin/audit/_values.html", {"pairs": side_by_side(entry)})


@admin.register(Look)
class LookAdmin(LogAdmin):
    list_display = ("when", "user_name", "role", "patient_id", "part", "address")
    list_display_links = ("when",)
    fields = (
        ("when", "user_name", "role"),
        ("patient_id", "part"),
        ("address", "database_account", "connection_id"),
        ("request_id", "purpose_of_use"),
    )
    readonly_fields = ("when",)
