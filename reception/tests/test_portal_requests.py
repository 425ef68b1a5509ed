"""A patient asks, the desk answers, once."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from emr_site.tests.factories import signed
from reception.models import PortalRequest
from reception.tests.message_factories import PortalRequestFactory

pytestmark = pytest.mark.django_db
ASK = "/my/requests/new/"


def ask(cast, **typed):
    return {"idempotency_key": str(uuid4()), "kind": "appointment", "words": "A Tuesday, please"} | typed


def test_it_reaches_the_desk_and_the_answer_comes_back(cast):
    assert cast.ann_record
    ann, desk = cast.browse_as(cast.ann), cast.browse_as(cast.rosa)
    form = ask(cast)
    assert [ann.post(ASK, form).status_code for _ in range(2)] == [302, 302]
    row = PortalRequest.objects.get()
    assert "Requests of patients" in desk.get("/board/").content.decode()
    assert "A Tuesday, please" in desk.get("/requests/").content.decode()
    assert desk.post(f"/requests/{row.pk}/answer/", {"answer": "You are booked."}).status_code == 302
    row.refresh_from_db()
    assert row.answered_by == cast.rosa
    assert "You are booked." in ann.get("/my/requests/").content.decode()
    answer = desk.post(f"/requests/{row.pk}/answer/", {"answer": "Another"})
    assert answer.status_code == 422
    assert "Somebody else has answered" in answer.content.decode()
    assert "No patient waits" in desk.get("/requests/").content.decode()


def test_one_of_a_kind_waits_at_a_time(cast):
    PortalRequestFactory(patient=cast.ann_record)
    answer = cast.browse_as(cast.ann).post(ASK, ask(cast))
    assert answer.status_code == 422
    assert "have asked about this already" in answer.content.decode()
    assert cast.browse_as(cast.ann).post(ASK, ask(cast, kind="other")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"words": " "}, "Tell us what you would like"),
        ({"words": "x" * 501}, "500"),
        ({"kind": ""}, "Choose what it is about."),
        ({"kind": "x", "words": "Kept"}, "not one of the list"),
    ],
)
def test_bad_input_is_told(cast, typed, sentence):
    assert cast.ann_record
    answer = cast.browse_as(cast.ann).post(ASK, ask(cast, **typed))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not PortalRequest.objects.exists()


def test_a_patient_sees_only_her_own(cast):
    assert cast.ann_record
    PortalRequestFactory(patient=cast.bo_record, words="Of Bo")
    assert "Of Bo" not in cast.browse_as(cast.ann).get("/my/requests/").content.decode()


@pytest.mark.parametrize("change", ["words = 'x'", "answer = 'x'", "patient_id = {bo}"])
def test_the_database_holds_to_it_whoever_writes(cast, change):
    row = cast.ann_request
    with signed(), connection.cursor() as cursor, pytest.raises(DatabaseError, match="portal_request"):
        cursor.execute(
            f"UPDATE PortalRequest SET {change.format(bo=cast.bo_record.pk)} WHERE portal_request_id = %s", [row.pk]
        )


def test_the_list_costs_as_much_for_many(cast, django_assert_max_num_queries):
    for _ in range(12):
        PortalRequestFactory()
    client = cast.browse_as(cast.rosa)
    with django_assert_max_num_queries(6):
        client.get("/requests/")
