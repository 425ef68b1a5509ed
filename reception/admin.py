"""The back office's pages of the front desk: who is seen, by whom, where and when."""

from django.contrib import admin

from audit import admin as audit_admin
from audit.looks import LooksRecorded
from emr_site.back_office.tables import EditedAdmin, ReadAdmin, RowsInline
from emr_site.templatetags.emr import mrn
from reception import admin_history, admin_schedule, messages_admin  # noqa: F401  they register their own tables
from reception.admin_parts import Deactivated
from reception.duplicates import note_likely_of
from reception.messages import MESSAGES
from reception.models import (
    Appointment,
    Insurance,
    Patient,
    PatientContact,
    PatientPhone,
    Provider,
    ProviderHours,
    Room,
    Visit,
)


def patient_with_mrn(number):
    """The patient's id behind a medical record number, also that of a record that was merged, or None."""
    patient = Patient.objects.by_mrn(number)
    return patient and patient.pk


audit_admin.patient_finders.append(patient_with_mrn)


class SignInGuarded:
    """Mix in before EditedAdmin: which sign-in is this person's is for those who manage sign-ins to say."""

    raw_id_fields = ("user",)

    def get_readonly_fields(self, request, obj=None):
        tied = () if request.user.has_perm("accounts.change_user") else ("user",)
        return (*super().get_readonly_fields(request, obj), *tied)


class HoursInline(RowsInline):
    model = ProviderHours


@admin.register(Provider)
class ProviderAdmin(SignInGuarded, Deactivated, EditedAdmin):
    refusals = MESSAGES
    list_display = ("name", "specialization", "department", "contact", "status")
    list_filter = (("deactivated_at", admin.EmptyFieldListFilter), "department")
    search_fields = ("family_name__istartswith", "given_name__istartswith")
    search_help_text = "The beginning of the family name or the given name"
    sortable_by = ("name", "specialization", "department")
    fields = (
        ("prefix", "given_name", "family_name"),
        ("specialization", "department"),
        "contact",
        "user",
        "deactivated_at",
    )
    readonly_fields = ("deactivated_at",)
    inlines = (HoursInline,)


@admin.register(Room)
class RoomAdmin(EditedAdmin):
    refusals = MESSAGES
    rows_may_go = True
    list_display = ("room_number", "room_kind", "place", "managing_department", "room_date", "room_services")
    list_select_related = ("place",)
    list_filter = ("managing_department", "room_kind", "place")
    search_fields = ("room_number__exact", "managing_department__istartswith")
    search_help_text = "A room number, or the beginning of a department"
    sortable_by = ("room_number", "managing_department", "room_date")


@admin.register(Insurance)
class InsuranceAdmin(LooksRecorded, EditedAdmin):
    refusals = MESSAGES
    rows_may_go = True
    list_display = ("number", "patient", "insurance_details", "member_number", "priority", "starts_on", "ends_on")
    list_display_links = ("number", "patient")
    list_select_related = ("patient",)
    search_fields = ("member_number__istartswith", "patient__mrn__exact")
    search_help_text = "The beginning of a member number, or a medical record number"
    raw_id_fields = ("patient",)

    def get_readonly_fields(self, request, obj=None):
        return ("patient",) if obj else ()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        note_likely_of(form.instance.patient_id)


class PhonesInline(RowsInline):
    model = PatientPhone
    fields = ("number", "kind", "note", "for_reminders")


class ContactsInline(RowsInline):
    model = PatientContact
    fields = ("name", "relation", "phone", "is_next_of_kin", "is_emergency", "position")


@admin.register(Patient)
class PatientAdmin(LooksRecorded, SignInGuarded, Deactivated, EditedAdmin):
    refusals = MESSAGES
    patient_path = "pk"
    list_display = ("__str__", "mrn_to_say", "date_of_birth", "sex", "phone_number", "status")
    # Not by name: a list's search stands in its address.
    search_fields = ("mrn__exact",)
    search_help_text = "A medical record number; by name, use the search box of the pages"
    fields = (
        "mrn",
        ("family_name", "given_name", "middle_name", "suffix", "preferred_name"),
        ("date_of_birth", "deceased_on"),
        ("sex", "gender", "pronouns"),
        ("language", "interpreter_needed"),
        ("phone_number", "phone_kind", "email"),
        "address",
        ("city", "region", "postal_code", "country_code"),
        ("emergency_contact", "emergency_phone"),
        "user",
        ("registered_at", "unknown_since", "deactivated_at"),
    )
    readonly_fields = ("mrn", "registered_at", "unknown_since", "deactivated_at")
    inlines = (PhonesInline, ContactsInline)

    def save_related(self, request, form, formsets, change):
        """With the further phones, of which somebody else may have one."""
        super().save_related(request, form, formsets, change)
        note_likely_of(form.instance.pk, registered_by=None if change else request.user)

    @admin.display(description="medical record number")
    def mrn_to_say(self, patient):
        return mrn(patient.mrn)


@admin.register(Appointment)
class AppointmentAdmin(LooksRecorded, EditedAdmin):
    refusals = MESSAGES
    list_display = ("number", "date", "time", "patient", "provider", "appointment_type", "duration_minutes", "status")
    list_display_links = ("number", "date")
    list_select_related = ("patient", "provider", "appointment_type")
    list_filter = ("date", "status", "provider")
    ordering = ("-date", "-time", "-id")
    search_fields = ("id__exact", "patient__mrn__exact")
    search_help_text = "An appointment number, or a medical record number"
    fields = (
        ("patient", "provider"),
        ("date", "time", "duration_minutes"),
        ("appointment_type", "reason"),
        ("status", "cancel_reason", "move_reason"),
        "desk_note",
        ("booked_at", "overbooked_by", "series"),
    )
    readonly_fields = ("booked_at", "overbooked_by", "series")
    raw_id_fields = ("patient",)


@admin.register(Visit)
class VisitAdmin(LooksRecorded, ReadAdmin):
    """Visits begin at the check-in; here they are looked up."""

    list_display = ("number", "date", "time", "patient", "provider", "facility", "reason")
    list_display_links = ("number", "date")
    list_select_related = ("patient", "provider")
    list_filter = ("date", "provider")
    ordering = ("-date", "-time", "-id")
    search_fields = ("id__exact", "patient__mrn__exact")
    search_help_text = "A visit number, or a medical record number"
    fields = (
        ("patient", "provider", "appointment"),
        ("date", "time", "facility"),
        "reason",
        ("arrived_at", "started_at", "left_at"),
    )
