"""An appointment as a calendar file (RFC 5545): for the patient's own calendar, so no word of why the patient comes."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress

from audit.models import AuditLog
from reception.models import Appointment

CALENDAR = "text/calendar; charset=utf-8"


def new_calendar(method):
    calendar = Calendar()
    calendar.add("prodid", "-//EMR//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def event_of(appointment, *, sequence, stamp):
    """When and where. A calendar that has an earlier state of it knows it by its UID, and the later by SEQUENCE."""
    event = Event()
    event.add("uid", f"appointment-{appointment.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", on_the_wall(appointment.date, appointment.time))
    event.add("dtend", on_the_wall(appointment.date, appointment.end_time))
    event.add("location", settings.CLINIC_ADDRESS)
    event.add("organizer", organizer())  # without whom neither method is one (RFC 5546)
    event.add("status", "CANCELLED" if is_cancelled(appointment) else "CONFIRMED")
    return event


def organizer():
    clinic = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    clinic.params["CN"] = settings.CLINIC_NAME
    return clinic


def calendar_of(*appointments):
    """The file's bytes: of one appointment, or of all of a series."""
    calendar, changes = new_calendar(method_of(*appointments)), changes_of(each.pk for each in appointments)
    for each in appointments:
        event = event_of(each, sequence=changes.get(each.pk, (0, None))[0], stamp=timezone.now())
        event.add("summary", f"Appointment at {settings.CLINIC_NAME}")
        change = "It is cancelled." if is_cancelled(each) else f"To change it, call {settings.CLINIC_PHONE}."
        event.add("description", f"With {each.provider}. {change}")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def method_of(*appointments):
    return "CANCEL" if all(is_cancelled(each) for each in appointments) else "PUBLISH"


def is_cancelled(appointment):
    return appointment.status == Appointment.Status.CANCELLED


def on_the_wall(date, time):
    return datetime.combine(date, time, tzinfo=timezone.get_default_timezone())


def changes_of(appointment_ids):
    """{appointment's id: (how often the row was changed, when last)} of those that were; one query.

    The number only grows, as SEQUENCE must.
    """
    rows = AuditLog.objects.filter(table_name="Appointment", record_id__in=list(appointment_ids), action="U")
    found = rows.order_by().values_list("record_id").annotate(Count("id"), Max("occurred_at"))
    return {record_id: (times, last) for record_id, times, last in found}


def calendar_file(appointment):
    response = HttpResponse(calendar_of(appointment), content_type=CALENDAR)
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response
