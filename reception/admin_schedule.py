"""The back office's pages of what the desk works by: places, kinds of appointments, closed days, consent forms."""

from django.contrib import admin, messages

from emr_site.back_office.tables import EditedAdmin, Retired
from reception.absences import Kind, hit_by, hit_words
from reception.admin_parts import Deactivated
from reception.messages import MESSAGES
from reception.models import AppointmentType, ConsentForm, Holiday, Place, ProviderException


@admin.register(Place)
class PlaceAdmin(Deactivated, EditedAdmin):
    refusals = MESSAGES
    list_display = ("name", "address", "phone", "status")
    search_fields = ("name__istartswith",)
    search_help_text = "The beginning of a name"
    fields = ("name", "address", "phone", "deactivated_at")
    readonly_fields = ("deactivated_at",)


@admin.register(AppointmentType)
class AppointmentTypeAdmin(Deactivated, EditedAdmin):
    refusals = MESSAGES
    list_display = ("name", "duration_minutes", "colour", "room_kind", "status")
    search_fields = ("name__istartswith",)
    search_help_text = "The beginning of a name"
    fields = (("name", "duration_minutes"), ("colour", "room_kind"), "preparation", "deactivated_at")
    readonly_fields = ("deactivated_at",)


class SaysWhoIsHit:
    """After a day or an absence is saved, how many appointments are left without a provider."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        hit = hit_by(obj).count() if getattr(obj, "kind", Kind.AWAY) == Kind.AWAY else 0
        if hit:
            messages.warning(request, hit_words(hit))


@admin.register(Holiday)
class HolidayAdmin(SaysWhoIsHit, EditedAdmin):
    refusals = MESSAGES
    rows_may_go = True
    list_display = ("date", "name", "place")
    list_select_related = ("place",)
    list_filter = ("place",)
    ordering = ("-date", "id")


@admin.register(ProviderException)
class ProviderExceptionAdmin(SaysWhoIsHit, EditedAdmin):
    refusals = MESSAGES
    rows_may_go = True
    list_display = ("provider", "kind", "first_day", "last_day", "starts", "ends", "reason")
    list_select_related = ("provider",)
    list_filter = ("kind", "provider")
    ordering = ("-first_day", "id")
    fields = (
        "provider",
        "kind",
        ("first_day", "last_day"),
        ("starts", "ends"),
        "reason",
        ("place", "room"),
    )


@admin.register(ConsentForm)
class ConsentFormAdmin(Retired, EditedAdmin):
    """A new wording is a new row: the old version is retired first."""

    refusals = MESSAGES
    list_display = ("title", "version", "code", "is_required", "starts_on", "retired_at")
    list_filter = (("retired_at", admin.EmptyFieldListFilter),)
    ordering = ("title", "-starts_on", "-id")
    fields = (("title", "version", "code"), "body", ("is_required", "starts_on"), "retired_at")
