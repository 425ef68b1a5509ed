"""Taking a prescription back."""

import pytest

from clinical import procedures
from clinical.models import Prescription
from clinical.tests.acting import aged, assert_refused, audited, chart_url, send, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return cast.ann_prescription


@pytest.fixture
def url(cast, row):
    return chart_url("delete_prescription", cast.ann_record, row)


def test_it_takes_back_what_was_just_written(cast, row, url):
    assert send(cast.browse_as(cast.okafor), url).url == chart_url("prescriptions", cast.ann_record)
    assert not Prescription.objects.exists()
    assert audited(row, "D", by=cast.okafor) == 1


def test_it_refuses_what_is_history_and_says_to_end_it(cast, row, url):
    aged(row, hours=25)
    response = send(cast.browse_as(cast.okafor), url)
    assert response.status_code == 422
    assert "End it instead of deleting it." in response.content.decode()
    assert Prescription.objects.get() == row


def test_it_is_not_offered_for_what_is_history(cast, row, url):
    client, page = cast.browse_as(cast.okafor), chart_url("prescription", cast.ann_record, row)
    assert url in client.get(page).content.decode()
    aged(row, hours=25)
    assert url not in client.get(page).content.decode()


def test_it_is_not_a_nurses_to_delete(cast, row, url):
    assert cast.browse_as(cast.ned).post(url, {"patient_id": cast.ann_record.pk}).status_code == 403
    assert Prescription.objects.exists()


def test_the_database_refuses_whoever_deletes_history(row):
    aged(row, hours=25)
    assert_refused(
        "prescription_historic",
        row.delete,
        lambda: procedures.delete_prescription(row.pk),
        sql("DELETE FROM Prescription WHERE prescription_id = %s", row.pk),
    )
    assert_refused("prescription_not_found", lambda: procedures.delete_prescription(999_999))
