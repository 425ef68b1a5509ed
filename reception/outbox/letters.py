"""What an appointment letter says: the clinic's words for paper, in the patient's language."""

from dataclasses import dataclass

from django.utils import timezone

from reception.models import Purpose
from reception.outbox.words import day_in, fill_in, template_for, values_of

ON_PAPER = "letter"


@dataclass(frozen=True)
class Letter:
    language: str
    address: list[str]
    written_on: str
    subject: str
    paragraphs: list[str]


def letter_of(appointment):
    """The letter about one appointment; None where the clinic has no words for letters."""
    patient = appointment.patient
    words = template_for(Purpose.LETTER, ON_PAPER, patient.language)
    if words is None:
        return None
    values = values_of(appointment, words.language) | {
        "date": day_in(words.language, appointment.date, with_year=True),
        "preparation": preparation_of(appointment),
    }
    return Letter(
        language=words.language,
        address=[patient.full_name, *patient.address_lines],
        written_on=day_in(words.language, timezone.localdate(), with_year=True),
        subject=fill_in(words.subject, values),
        paragraphs=[fill_in(text, values) for text in paragraphs_of(words.body, values)],
    )


def preparation_of(appointment):
    kind = appointment.appointment_type
    return (kind.preparation or "").strip() if kind else ""


def paragraphs_of(text, values):
    """Parted by empty lines; the one about preparation is left out, heading and all, where there is none."""
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
    return [part for part in parts if part and (values["preparation"] or "{preparation}" not in part)]
