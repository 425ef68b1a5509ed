"""The back office's pages of what is written once and read: the history of appointments, stays, answers, consents."""

from django.contrib import admin

from audit.looks import LooksRecorded
from emr_site.back_office.tables import ReadAdmin
from reception.models import AppointmentAnswer, AppointmentEvent, AppointmentSeries, Consent, MessageOptOut, RoomStay


class OfAnAppointment(LooksRecorded, ReadAdmin):
    patient_path = "appointment.patient_id"
    list_select_related = ("appointment",)
    search_fields = ("appointment__id__exact",)
    search_help_text = "An appointment number"


@admin.register(AppointmentEvent)
class AppointmentEventAdmin(OfAnAppointment):
    list_display = ("number", "appointment_id", "event", "status", "happened_at", "user_name", "reason")
    ordering = ("-id",)


@admin.register(AppointmentAnswer)
class AppointmentAnswerAdmin(OfAnAppointment):
    patient_path = "patient_id"
    list_display = ("number", "appointment_id", "answer", "words", "answered_at", "seen_to_at")
    ordering = ("-id",)


class OfAPatient(LooksRecorded, ReadAdmin):
    list_select_related = ("patient",)
    search_fields = ("patient__mrn__exact",)
    search_help_text = "A medical record number"
    ordering = ("-id",)


@admin.register(AppointmentSeries)
class AppointmentSeriesAdmin(OfAPatient):
    list_display = ("number", "patient", "every_weeks", "times", "booked_at")


@admin.register(Consent)
class ConsentAdmin(OfAPatient):
    list_display = ("number", "patient", "consent_form", "decision", "signed_at", "signed_by_name", "withdrawn_at")
    list_select_related = ("patient", "consent_form")


@admin.register(MessageOptOut)
class MessageOptOutAdmin(OfAPatient):
    list_display = ("number", "patient", "channel", "said_by", "opted_out_at", "ended_at")


@admin.register(RoomStay)
class RoomStayAdmin(LooksRecorded, ReadAdmin):
    patient_path = "visit.patient_id"
    list_display = ("number", "room", "visit_id", "entered_at", "left_at")
    list_select_related = ("room",)
    search_fields = ("visit__id__exact",)
    search_help_text = "A visit number"
    ordering = ("-id",)
