"""An appointment as a calendar file (RFC 5545): for the patient's own calendar, so no word of why the patient comes."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from audit.models import AuditLog
from reception.models import Appointment


def calendar_of(appointment):
    """The file's bytes. A calendar that has an earlier state of it knows it by its UID, and the later by SEQUENCE."""
    is_cancelled = appointment.status == Appointment.Status.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", "-//EMR//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    event = Event()
    event.add("uid", f"appointment-{appointment.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", times_changed(appointment))
    event.add("dtstamp", timezone.now())
    event.add("dtstart", on_the_wall(appointment.date, appointment.time))
    event.add("dtend", on_the_wall(appointment.date, appointment.end_time))
    event.add("summary", f"Appointment at {settings.CLINIC_NAME}")
    event.add("location", settings.CLINIC_ADDRESS)
    event.add("description", f"With {appointment.provider}. To change it, call {settings.CLINIC_PHONE}.")
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def on_the_wall(date, time):
    return datetime.combine(date, time, tzinfo=timezone.get_default_timezone())


def times_changed(appointment):
    """How often the row was changed: it only grows, as SEQUENCE must."""
    return AuditLog.objects.filter(table_name="Appointment", record_id=appointment.pk, action="U").count()


def calendar_file(appointment):
    response = HttpResponse(calendar_of(appointment), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response
