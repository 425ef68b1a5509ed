"""Registering a patient."""

from functools import partial

import pytest
from django.db import connection
from django.urls import reverse

from clinical.tests.acting import audited, shown
from emr_site.templatetags.emr import mrn
from emr_site.tests.races import at_once
from reception.models import Patient

pytestmark = pytest.mark.django_db
URL = "/patients/new/"
TYPED = {"family_name": "Hale", "given_name": "Zoë", "date_of_birth": "14/8/80", "sex": "female"}


def register(client, **typed):
    return client.post(URL, shown(client, URL) | TYPED | typed)


def test_it_registers_with_three_answers_and_gives_a_number(cast):
    response = register(cast.browse_as(cast.rosa), given_name="")
    patient = Patient.objects.get(family_name="Hale")
    assert response.url == reverse("reception:patient", args=[patient.pk])
    assert (patient.name, str(patient.date_of_birth), patient.sex) == ("Hale", "1980-08-14", "female")
    with connection.cursor() as cursor:
        cursor.execute("SELECT MrnCheckDigit(%s)", [patient.mrn])
        assert cursor.fetchone() == ("0",)
    assert patient.phone_number is None
    assert audited(patient, "C", by=cast.rosa) == 1


def test_it_keeps_every_answer(cast):
    more = {
        "preferred_name": "Zo",
        "gender": "non-binary",
        "phone_number": "01632 960 333",
        "email": "zoe@example.org",
        "address": "1 Elm Row",
        "emergency_contact": "Ann Hale",
        "emergency_phone": "01632 960 334",
    }
    register(cast.browse_as(cast.rosa), **more)
    patient = Patient.objects.get(family_name="Hale")
    assert {name: getattr(patient, name) for name in more} == more


def test_it_says_the_number_on_the_next_page(cast):
    client = cast.browse_as(cast.rosa)
    page = client.get(register(client).url).content.decode()
    assert f"The record number is {mrn(Patient.objects.get(family_name='Hale').mrn)}." in page


def test_it_registers_once_however_often_it_is_sent(cast):
    client = cast.browse_as(cast.rosa)
    form = shown(client, URL) | TYPED
    urls = {client.post(URL, form).url for _ in range(3)}
    assert len(urls) == 1
    assert Patient.objects.filter(family_name="Hale").count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"family_name": ""}, "Enter the family name."),
        ({"family_name": "   "}, "Enter the family name."),
        ({"date_of_birth": ""}, "Enter the date of birth."),
        ({"date_of_birth": "31/2/80"}, "Write the date as day, month, year"),
        ({"date_of_birth": "1-Jan-2150"}, "This date is in the future."),
        ({"date_of_birth": "1-Jan-1750"}, "before 1850"),
        ({"sex": ""}, "Choose the sex"),
        ({"sex": "x"}, "This is not one of the list."),
        ({"phone_number": "call me"}, "This is no phone number."),
        ({"emergency_phone": "12"}, "This is no phone number."),
        ({"email": "zoe"}, "Enter the e-mail address in full"),
        ({"address": "x" * 256}, "Shorten this to 255 characters"),
        ({"idempotency_key": "x"}, "This form is damaged."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, typed, sentence):
    response = register(cast.browse_as(cast.rosa), preferred_name="Zozo", **typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page
    assert sentence in page
    assert 'value="Zozo"' in page
    assert not Patient.objects.filter(given_name="Zoë").exists()


@pytest.mark.django_db(transaction=True)
def test_it_registers_once_when_the_same_form_arrives_four_times_at_once(cast):
    form = shown(cast.browse_as(cast.rosa), URL) | TYPED
    clients = [cast.browse_as(cast.rosa) for _ in range(4)]
    answers = at_once([partial(client.post, URL, form) for client in clients])
    assert len({answer.url for answer in answers}) == 1
    assert Patient.objects.filter(family_name="Hale").count() == 1
