"""A form that is sent twice, and a form that somebody went back to and filled in anew."""

import uuid

import pytest
from django.http import QueryDict
from django.urls import reverse

from clinical.models import Prescription
from clinical.tests.acting import shown
from emr_site.models import Submission
from emr_site.once import KeyedForm
from reception.models import Insurance, Patient

pytestmark = pytest.mark.django_db


@pytest.fixture
def prescribe(cast):
    """Sends the form of one page again and again, each time with other words."""
    client, url = cast.browse_as(cast.okafor), reverse("clinical:create_prescription", args=[cast.ann_record.pk])
    form = shown(client, url) | {"dosage": "5 mg", "instructions": "Once a day"}
    return lambda **typed: client.post(url, form | typed)


def test_what_was_typed_anew_is_neither_lost_nor_taken_for_the_first(prescribe):
    assert prescribe(medication="amoxicillin").status_code == 302
    response = prescribe(medication="ibuprofen")
    page = response.content.decode()
    assert response.status_code == 422
    assert "You have sent this form before with other contents" in page
    assert 'value="ibuprofen"' in page
    assert "ibuprofen is prescribed" not in page
    assert list(Prescription.objects.values_list("medication", flat=True)) == ["amoxicillin"]


def test_sent_again_it_is_saved_as_well(prescribe):
    prescribe(medication="amoxicillin")
    refused = prescribe(medication="ibuprofen").context["form"]
    again = {field.html_name: field.value() or "" for field in refused}
    assert prescribe(**again).status_code == 302
    assert prescribe(**again).status_code == 302
    assert sorted(Prescription.objects.values_list("medication", flat=True)) == ["amoxicillin", "ibuprofen"]


def test_a_key_of_one_form_opens_no_other(cast):
    client = cast.browse_as(cast.rosa)
    register, insure = (
        reverse("reception:register_patient"),
        reverse("reception:add_insurance", args=[cast.bo_record.pk]),
    )
    person = {"family_name": "Hale", "given_name": "Zoe", "date_of_birth": "14/8/1980", "sex": "female"}
    sent = shown(client, register) | person
    assert client.post(register, sent).status_code == 302
    mine = shown(client, insure) | {"insurance_details": "Plan", "idempotency_key": sent["idempotency_key"]}
    response = client.post(insure, mine)
    assert response.status_code == 422
    assert "with other contents" in response.content.decode()
    assert not Insurance.objects.filter(patient=cast.bo_record).exists()
    assert Patient.objects.filter(given_name="Zoe").count() == 1


def test_it_keeps_nothing_of_what_was_typed(prescribe):
    prescribe(medication="amoxicillin")
    (submission,) = Submission.objects.all()
    assert len(submission.contents) == 64
    form = KeyedForm(QueryDict(f"idempotency_key={uuid.uuid4()}&medication=amoxicillin"))
    assert form.is_valid()
    assert form.contents(None) != submission.contents  # salted: equal words do not look alike


@pytest.mark.parametrize("key", ["", "x"])
def test_a_damaged_form_says_what_to_do(prescribe, key):
    response = prescribe(medication="amoxicillin", idempotency_key=key)
    assert response.status_code == 422
    assert "This form is damaged. Copy what you typed" in response.content.decode()
    assert not Prescription.objects.exists()


def test_no_page_of_anybody_is_kept(cast, client):
    assert cast.browse_as(cast.rosa).get("/board/").headers["Cache-Control"] == "no-store"
    assert cast.browse_as(cast.rita).get("/reports/average-age.csv").headers["Cache-Control"] == "no-store"
    assert client.get("/sign-in/").headers["Cache-Control"]
