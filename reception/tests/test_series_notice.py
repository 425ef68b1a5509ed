"""A series is told in one message: every day and time of it, and all of them for the calendar."""

import re
from datetime import time, timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from clinical.tests.acting import send
from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Message, MessageTemplate, Patient
from reception.outbox import notices
from reception.outbox.worker import Worker
from reception.tests.desk import url
from reception.tests.factories import PatientFactory, ProviderFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]


def series(times=3, **patient):
    dates = [day(1) + timedelta(weeks=week) for week in range(times)]
    patient = PatientFactory(**{"phone_number": "07700 900 123"} | patient)
    provider = ProviderFactory()
    return procedures.create_series(
        patient.pk, dates=dates, every_weeks=1, provider_id=provider.pk, time=time(9, 30), duration_minutes=15
    )


def test_one_text_message_holds_every_day_and_time(cast):
    address = url("create_appointment", cast.ann_record)
    typed = {
        "provider": cast.okafor_provider.pk, "date": str(day(1)), "time": "9:30", "times": "3", "every_weeks": "1",
        "reason": "Cough",
    }  # fmt: skip
    assert send(cast.browse_as(cast.rosa), address, **typed).status_code == 302
    message = Message.objects.get()
    assert message.purpose == "series_booked"
    assert len(re.findall(r"\d, 9:30am; |\d\d? \w+, 9:30am", message.body)) == 3
    assert message.body.count("; ") == 2
    assert "Cough" not in message.body


def test_told_again_it_queues_nothing():
    with signed():
        pk = series()
        assert (notices.tell_of_series(pk), notices.tell_of_series(pk)) == (True, False)


def test_a_mail_lists_one_a_line_and_brings_them_all_for_the_calendar(settings):
    settings.MESSAGE_TRANSPORT = "email"
    with signed():
        notices.tell_of_series(series(email="pat@clinic.example", language="de"))
        assert Worker().send_next()
    (sent,) = mail.outbox
    assert len(re.findall(r"^\w+, \d+\. \w+, 09:30$", sent.body, re.MULTILINE)) == 3
    (part,) = sent.attachments
    assert len(Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")) == 3


def test_one_that_is_off_before_it_goes_out_leaves_the_others_told():
    with signed():
        pk = series()
        notices.tell_of_series(pk)
        rows = list(Patient.objects.get().appointments.order_by("date"))
        procedures.cancel_appointment(rows[0].pk, seen=rows[0].version, cancel_reason="Ill")
        Worker().send_next()
        assert Message.objects.get().state == "sent"
        other = series()
        notices.tell_of_series(other)
        for row in Patient.objects.latest("pk").appointments.all():
            procedures.cancel_appointment(row.pk, seen=row.version, cancel_reason="Ill")
        Worker().send_next()
    assert Message.objects.latest("pk").state == "cancelled"


def test_the_words_are_there_in_each_language_and_channel_and_name_the_dates():
    bodies = dict(MessageTemplate.objects.filter(code="series_booked").values_list("pk", "body"))
    assert len(bodies) == 8
    assert all("{dates}" in body for body in bodies.values())
