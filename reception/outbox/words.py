"""The clinic's words, filled in for one patient in the patient's language."""

import re

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from emr_site.templatetags.emr import patient_clock
from reception.models import MessageTemplate
from reception.outbox.link import link_of

FALLBACK = "en"
PLACEHOLDERS = (
    "given_name",
    "clinic",
    "date",
    "time",
    "provider",
    "place",
    "link",
    "phone",
    "until",
    "code",
    "checkin",
    "dates",
)
# What a patient does before coming can tell why: it is said in a closed envelope alone.
IN_LETTERS = (*PLACEHOLDERS, "preparation")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# How a day is written to a patient; what is not named here is written as in English.
DAYS = {"en": "l j F", "es": r"l j \d\e F", "fr": "l j F", "de": "l, j. F"}
# What stands between a day and its year, on paper that may lie about for long.
YEARS = {"es": r" \d\e Y"}


def unknown_placeholders(text, known=PLACEHOLDERS):
    """The names in braces that nothing fills in, and single braces, in their order."""
    unknown = [f"{{{name}}}" for name in PLACEHOLDER.findall(text) if name not in known]
    return unknown + re.findall(r"[{}]", PLACEHOLDER.sub("", text))


def fill_in(text, values):
    """Replace the placeholders alone: nothing that a value holds is read as one."""
    return PLACEHOLDER.sub(lambda found: values[found[1]], text)


def template_for(code, channel, language):
    """The words in this language, in it without its country, or in English; None where the clinic has none."""
    tags = dict.fromkeys([language or FALLBACK, (language or FALLBACK).partition("-")[0], FALLBACK])
    found = {
        each.language: each for each in MessageTemplate.objects.filter(code=code, channel=channel, language__in=tags)
    }
    return next((found[tag] for tag in tags if tag in found), None)


def day_in(language, date, *, with_year=False):
    main = language.partition("-")[0]
    year = YEARS.get(main, " Y") if with_year else ""
    with translation.override(main if main in DAYS else FALLBACK):
        return date_format(date, DAYS.get(main, DAYS[FALLBACK]) + year)


def clock_in(language, time):
    """How a time is written to a patient, in messages and on pages alike: 10:30am, and 10:30 in other languages."""
    return patient_clock(time) if language.partition("-")[0] == FALLBACK else f"{time:%H:%M}"


def name_of(patient):
    """How a patient is addressed."""
    return patient.preferred_name or patient.given_name or patient.family_name


def values_of(appointment, language):
    """What each placeholder stands for; no clinical word is among them.

    `until` is an offer's alone, `dates` a series'; `code` is made only for a message that tells it.
    """
    patient = appointment.patient
    return {
        "given_name": name_of(patient),
        "clinic": settings.CLINIC_NAME,
        "date": day_in(language, appointment.date),
        "time": clock_in(language, appointment.time),
        "provider": str(appointment.provider),
        "place": settings.CLINIC_ADDRESS,
        "link": link_of(appointment),
        "phone": settings.CLINIC_PHONE,
        "until": "",
        "code": "",
        "dates": "",
        "checkin": settings.SITE_URL + reverse("reception:identify"),
    }
