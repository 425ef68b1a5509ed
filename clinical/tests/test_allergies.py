"""The list of allergies: written, changed, verified, ended, taken for an error, and asked for in vain."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditLog, Look
from clinical.models import Allergy, AllergyStatement
from clinical.tests.acting import audited, chart_url, send, shown
from clinical.tests.factories import AllergyFactory, AllergyStatementFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def url(cast):
    return chart_url("create_allergy", cast.ann_record)


def posted(client, name, row, **typed):
    return client.post(chart_url(name, row.patient, row), {"patient_id": row.patient.pk} | typed)


def writes():
    return AuditLog.objects.filter(table_name__in=["Allergy", "AllergyStatement"]).count()


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_writes_an_allergy_down_as_verified_now(cast, url, role):
    by, ann = getattr(cast, role), cast.ann_record
    response = send(cast.browse_as(by), url, substance="Penicillin", reaction="rash", severity="severe")
    assert response.url == chart_url("allergies", ann)
    row = Allergy.objects.get()
    assert (row.patient, row.substance, row.reaction, row.severity) == (ann, "Penicillin", "rash", "severe")
    assert (row.certainty, row.recorded_by, row.verified_by) == ("confirmed", by, by)
    assert row.verified_at is not None
    assert audited(row, "C", by=by) == 1
    page = cast.browse_as(by).get(response.url).content.decode()
    assert "Penicillin" in page
    assert f"by {by}" in page
    assert Look.objects.filter(patient_id=ann.pk, part="allergies").exists()


def test_it_writes_one_however_often_it_is_sent(cast, url):
    client = cast.browse_as(cast.ned)
    form = shown(client, url) | {"substance": "latex"}
    assert [client.post(url, form).status_code for _ in range(3)] == [302, 302, 302]
    assert Allergy.objects.count() == 1


def test_with_htmx_it_answers_a_fresh_form_and_the_list(cast, url):
    client, visit = cast.browse_as(cast.ned), cast.ann_visit
    form = shown(client, f"{url}?visit={visit.pk}") | {"substance": "latex"}
    response = client.post(url, form, headers=HTMX)
    page = response.content.decode()
    assert response.status_code == 200
    assert 'id="allergy-list" aria-label="Allergies" hx-swap-oob="true"' in page
    assert "<html" not in page
    fresh = response.context["form"]
    assert (fresh["substance"].value(), fresh["visit_id"].value()) == (None, visit.pk)
    assert str(fresh["idempotency_key"].value()) != form["idempotency_key"]
    assert Allergy.objects.get().visit == visit
    response = client.post(url, form | {"substance": ""}, headers=HTMX)
    assert response.status_code == 422
    assert "<html" not in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"substance": " "}, "Enter the substance"),
        ({"substance": "LATEX"}, "on the list already"),
        ({"severity": "dire"}, "not one of the list"),
        ({"visit_id": "bo"}, "not one of this patient"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, url, typed, sentence):
    AllergyFactory(patient=cast.ann_record, substance="latex")
    if "visit_id" in typed:
        typed = {"visit_id": cast.bo_visit.pk}
    before = writes()
    response = send(cast.browse_as(cast.ned), url, **({"substance": "egg", "reaction": "Kept as typed"} | typed))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "Kept as typed" in response.content.decode()
    assert writes() == before


def test_it_is_changed_with_an_eye_on_who_else_does(cast):
    row, client = cast.ann_allergy, cast.browse_as(cast.ned)
    url = chart_url("update_allergy", row.patient, row)
    form = shown(client, url)
    assert client.post(url, form | {"certainty": "suspected", "note": "As a child."}).status_code == 302
    row.refresh_from_db()
    assert (row.certainty, row.note) == ("suspected", "As a child.")
    assert audited(row, "U", by=cast.ned) == 1
    assert client.post(url, form | {"certainty": "refuted"}).status_code == 409
    assert send(client, url, substance="").status_code == 422
    row.refresh_from_db()
    assert row.certainty == "suspected"


def test_one_click_verifies_and_one_ends(cast):
    client = cast.browse_as(cast.ned)
    row = AllergyFactory(patient=cast.ann_record, verified_at=timezone.now() - timedelta(days=400))
    address = chart_url("allergies", row.patient)
    assert "Not verified for 12 months" in client.get(address).content.decode()
    assert posted(client, "verify_allergy", row).url == address
    assert "Not verified for 12 months" not in client.get(address).content.decode()
    assert client.get(chart_url("end_allergy", row.patient, row)).status_code == 405
    assert posted(client, "end_allergy", row).url == address
    row.refresh_from_db()
    assert (row.verified_by, row.ended_by, audited(row, "U", by=cast.ned)) == (cast.ned, cast.ned, 2)
    response = posted(client, "verify_allergy", row)
    assert response.status_code == 422
    assert "has ended or was marked as an error" in response.content.decode()


def test_a_doctor_takes_it_for_an_error_with_a_reason(cast):
    row, client = cast.ann_allergy, cast.browse_as(cast.okafor)
    assert posted(cast.browse_as(cast.ned), "void_allergy", row, reason="slip").status_code == 403
    response = posted(client, "void_allergy", row)
    assert response.status_code == 422
    assert "Say why it is an error." in response.content.decode()
    assert posted(client, "void_allergy", row, reason="Another patient's").status_code == 302
    row.refresh_from_db()
    assert (row.voided_by, row.void_reason) == (cast.okafor, "Another patient's")
    assert "Entered in error: Another patient" in client.get(chart_url("allergies", row.patient)).content.decode()


def test_an_answer_is_one_click_and_a_fact(cast):
    ann, client = cast.ann_record, cast.browse_as(cast.ned)
    address, url = chart_url("allergies", ann), chart_url("state_allergies", ann)
    answers = dict(client.get(address).context["answers"])
    form = {field.html_name: str(field.value()) for field in answers["No known allergies"]}
    assert [client.post(url, form).status_code for _ in range(2)] == [302, 302]
    said = AllergyStatement.objects.get()
    assert (said.answer, said.stated_by, audited(said, "C", by=cast.ned)) == ("none_known", cast.ned, 1)
    assert "No known allergies: " in client.get(address).content.decode()
    AllergyFactory(patient=ann)
    form = {field.html_name: str(field.value()) for field in answers["Not asked"]} | {"answer": "none_known"}
    for headers in ({}, HTMX):
        response = client.post(url, form, headers=headers)
        assert response.status_code == 422
        assert "it cannot be said that none is known" in response.content.decode()
    assert AllergyStatement.objects.count() == 1


def test_anothers_allergy_is_not_found_and_the_desk_is_refused(cast):
    row = AllergyFactory(patient=cast.bo_record)
    before = writes()
    for name in ("update_allergy", "verify_allergy", "end_allergy", "void_allergy"):
        url, form = chart_url(name, cast.ann_record, row), {"patient_id": cast.ann_record.pk, "reason": "x"}
        assert cast.browse_as(cast.okafor).post(url, form).status_code == 404
        assert cast.browse_as(cast.rosa).post(url, form).status_code == 403
    assert writes() == before


@pytest.mark.parametrize(("headers", "most"), [(HTMX, 8), ({}, 11)])
def test_the_list_takes_the_same_queries_however_long_it_is(cast, headers, most, django_assert_max_num_queries):
    client, ann = cast.browse_as(cast.ned), cast.ann_record
    AllergyStatementFactory(patient=ann)
    for n in range(12):
        AllergyFactory(patient=ann, substance=f"pollen {n}", recorded_by=cast.okafor)
    with django_assert_max_num_queries(most):
        page = client.get(chart_url("allergies", ann), headers=headers).content.decode()
    assert page.count("Verified today") == 12
