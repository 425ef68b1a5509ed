"""What is added to a signed note is a row of its own."""

import pytest

from clinical.models import Addendum
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown
from clinical.tests.notes import as_user, signed_by, written
from emr_site.db import call
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast):
    with signed():
        signed_by(cast.okafor, written(cast.ann_note_visit))
    return chart_url("add_addendum", cast.ann_record, cast.ann_note_visit)


@pytest.mark.parametrize("role", ["lund", "ned"])
def test_it_is_added_under_the_note(cast, url, role):
    by = getattr(cast, role)
    answer = send(cast.browse_as(by), url, body="Culture negative.")
    assert answer.url == chart_url("clinical_record", cast.ann_record, cast.ann_note_visit)
    addendum = Addendum.objects.get()
    assert (addendum.body, addendum.written_by, addendum.written_by_name) == (
        "Culture negative.",
        by,
        by.get_full_name(),
    )
    assert audited(addendum, "C", by=by) == 1
    assert "Culture negative." in cast.browse_as(cast.okafor).get(answer.url).content.decode()


def test_it_is_added_once_however_often_it_is_sent(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"body": "Culture negative."}
    assert [client.post(url, form).status_code for _ in range(2)] == [302, 302]
    assert Addendum.objects.count() == 1


def test_an_empty_one_is_refused(cast, url):
    answer = send(cast.browse_as(cast.okafor), url, body="  ")
    assert answer.status_code == 422
    assert "Write what is to be added." in answer.content.decode()
    assert not Addendum.objects.exists()


def test_there_is_none_to_a_note_that_is_not_signed(cast):
    note = cast.ann_note
    with as_user(cast.okafor):
        assert_refused("note_not_signed", lambda: call("AddAddendum", note_id=note.pk, body="Later"))
    url = chart_url("add_addendum", cast.ann_record, cast.ann_note_visit)
    answer = send(cast.browse_as(cast.okafor), url, body="Later")
    assert answer.status_code == 422
    assert "write in the note itself" in answer.content.decode()


def test_it_is_not_the_desks_to_add(cast, url):
    form = {"patient_id": cast.ann_record.pk, "body": "x"}
    assert cast.browse_as(cast.rosa).post(url, form).status_code == 403
