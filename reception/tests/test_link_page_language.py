"""The page behind a link speaks the language of the message that led to it."""

import string
from datetime import date, time

import pytest
import time_machine
from django.test import Client

from reception.models.appointments import Status
from reception.outbox.door_words import DOOR
from reception.outbox.link import token_of
from reception.outbox.offer_words import OFFERED
from reception.outbox.page_words import WORDS, words_about, words_in
from reception.tests.desk import advances
from reception.tests.factories import AppointmentFactory, PatientFactory

pytestmark = pytest.mark.django_db


def of(language, **fields):
    return AppointmentFactory(patient=PatientFactory(given_name="Ann", language=language), **fields)


def path(appointment, part=""):
    return f"/a/{token_of(appointment)}/{part}"


def fields_of(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("page", [WORDS, OFFERED, DOOR])
def test_every_language_has_every_sentence_with_the_same_names_in_it(page):
    english = page["en"]
    for words in page.values():
        assert words.keys() == english.keys()
        assert {key: fields_of(text) for key, text in words.items()} == {
            key: fields_of(text) for key, text in english.items()
        }


@pytest.mark.parametrize(
    ("language", "lang", "hello", "question"),
    [
        ("es-MX", "es", "Hola, Ann", "¿Va a venir a esta cita?"),
        ("fr", "fr", "Bonjour Ann", "Venez-vous à ce rendez-vous ?"),
        ("de-CH", "de", "Guten Tag Ann", "Kommen Sie zu diesem Termin?"),
        ("tlh", "en", "Hello, Ann", "Are you coming to this appointment?"),
        (None, "en", "Hello, Ann", "Are you coming to this appointment?"),
    ],
)
def test_it_speaks_the_language_of_the_patient(language, lang, hello, question):
    page = Client().get(path(of(language))).text
    for words in (f'<html lang="{lang}">', hello, question):
        assert words in page


def test_no_english_is_left_on_a_page_in_another_language():
    page = Client().get(path(of("es"))).text
    for text in WORDS["en"].values():
        if "{" not in text and text not in WORDS["es"].values() and len(text) > 8:
            assert text not in page


@time_machine.travel(date(2026, 11, 24), tick=False)
def test_day_and_time_are_written_as_that_language_does():
    spanish = words_about(of("es", date=date(2026, 11, 26), time=time(16, 30)))
    assert (spanish["day"], spanish["clock"]) == ("jueves 26 de noviembre", "16:30")
    next_year = words_about(of("en", date=date(2027, 1, 7), time=time(16, 30)))
    assert (next_year["day"], next_year["clock"]) == ("Thursday 7 January 2027", "4:30pm")


def test_what_is_refused_is_said_in_that_language_too():
    row = of("de")
    empty = Client().post(path(row, "another-time/"), {"words": ""})
    assert empty.status_code == 422
    for words in ("<title>Fehler: ", "Etwas stimmt nicht", "Sagen Sie uns, welche Tage"):
        assert words in empty.text
    assert "Bitte höchstens 200 Zeichen" in Client().post(path(row, "another-time/"), {"words": "x" * 201}).text
    assert Client().post(path(row, "another-time/"), {"words": "Dienstag"}).status_code == 302
    assert "schon um einen anderen Termin" in Client().post(path(row, "another-time/"), {"words": "Mittwoch"}).text
    assert "hat sich geändert" in Client().post(path(row, "confirm/"), {"version": "old"}).text
    advances(row, Status.CANCELLED)
    assert "kann hier nicht mehr" in Client().post(path(row, "confirm/")).text
    assert "ist abgesagt" in Client().get(path(row)).text


def test_a_dead_link_speaks_the_language_of_the_browser():
    answer = Client().get("/a/wrong/", headers={"accept-language": "fr-CH, en;q=0.5"})
    assert answer.status_code == 404
    assert "Ce lien ne fonctionne pas" in answer.text
    assert "This link does not work" in Client().get("/a/wrong/").text


def test_a_name_with_braces_is_only_a_name():
    assert words_in("en")["hello"].format(name="{clinic}") == "Hello, {clinic}"
