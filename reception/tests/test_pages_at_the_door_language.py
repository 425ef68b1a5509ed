"""The offer of a free time and the check-in speak the patient's language, as the messages do that lead to them."""

import pytest
from django.utils import timezone

from emr_site.tests.factories import signed
from reception import self_check_in as checks
from reception.models import MessageOptOut, Patient
from reception.outbox import offers
from reception.outbox.door_words import DOOR
from reception.outbox.offer_words import OFFERED
from reception.outbox.page_words import WORDS
from reception.tests.desk import today_at
from reception.tests.record_factories import ConsentFormFactory
from reception.tests.waiting_factories import SlotOfferFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def any_hour(settings):
    settings.CHECK_IN_LEAD_MINUTES = 1440


def speaks(page, language, *of_page):
    """No sentence of English that the language says otherwise."""
    assert f'<html lang="{language}">' in page
    for words in of_page:
        for key, text in words["en"].items():
            if "{" not in text and text != words[language][key] and len(text) > 10:
                assert text not in page


def spanish(patient):
    with signed():
        Patient.objects.filter(pk=patient.pk).update(language="es-MX")
    patient.refresh_from_db()


def test_an_offer_speaks_it_and_says_where(cast, client, settings):
    spanish(cast.ann_record)
    offer = SlotOfferFactory(waiting_request__patient=cast.ann_record)
    page = client.get(f"/o/{offers.token_of(offer)}/").text
    speaks(page, "es", OFFERED, WORDS)
    for words in ("Hola, Ann", settings.CLINIC_ADDRESS, "10:00"):
        assert words in page
    assert "10:00am" not in page


def test_times_are_written_in_one_way(client):
    offer = SlotOfferFactory()
    page = client.get(f"/o/{offers.token_of(offer)}/").text
    until = timezone.localtime(offer.held_until)
    assert "10:00am" in page
    assert f"until {until.hour % 12 or 12}:{until.minute:02}{'am' if until.hour < 12 else 'pm'}" in page


def test_a_wrong_offer_link_says_what_to_do(client):
    answer = client.get("/o/1.wrong/", headers={"accept-language": "de"})
    assert answer.status_code == 404
    assert WORDS["de"]["dead_text"] in answer.text


def test_an_offer_can_be_the_last_message(client):
    offer = SlotOfferFactory()
    answer = client.post(f"/o/{offers.token_of(offer)}/stop/", follow=True)
    assert WORDS["en"]["stopped"] in answer.text
    assert MessageOptOut.objects.live().filter(patient=offer.patient).count() == 2


def test_the_door_speaks_the_browsers_language_and_then_the_patients(cast, client):
    spanish(cast.ann_record)
    ConsentFormFactory(title="Privacy notice")
    booked = today_at("23:30", patient=cast.ann_record, provider=cast.okafor_provider)
    with signed():
        code = checks.code_of(booked)
    french = {"headers": {"accept-language": "fr"}}
    speaks(client.get("/check-in/", **french).text, "fr", DOOR, WORDS)
    speaks(client.post("/check-in/", {"date_of_birth": "?", "code": "1"}, **french).text, "fr", DOOR, WORDS)
    inside = client.post("/check-in/", {"date_of_birth": "14/8/1980", "code": code}).url
    speaks(client.get(inside).text, "es", DOOR, WORDS)
    wrong = client.post(inside, {"email": "x", "phone_number": "x", "city": "x" * 200})
    assert wrong.status_code == 422
    speaks(wrong.text, "es", DOOR, WORDS)
    for sentence in ("email_wrong", "phone_wrong", "too_long", "insurance_missing", "signature_missing"):
        assert DOOR["es"][sentence] in wrong.text
