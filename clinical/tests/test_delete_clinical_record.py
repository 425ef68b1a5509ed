"""Taking a clinical record back."""

import pytest

from clinical import procedures
from clinical.models import ClinicalRecord
from clinical.tests.acting import aged, assert_refused, audited, chart_url, send, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(cast):
    return cast.ann_clinical_record


@pytest.fixture
def url(cast, record):
    return chart_url("delete_clinical_record", cast.ann_record, cast.ann_visit)


def test_it_takes_back_what_was_just_recorded(cast, record, url):
    response = send(cast.browse_as(cast.okafor), url)
    assert response.url == chart_url("clinical_record", cast.ann_record, cast.ann_visit)
    assert not ClinicalRecord.objects.exists()
    assert audited(record, "D", by=cast.okafor) == 1


def test_it_refuses_what_is_history(cast, record, url):
    aged(record, hours=25)
    response = send(cast.browse_as(cast.okafor), url)
    assert response.status_code == 422
    assert "part of the patient&#x27;s history. Correct it instead" in response.content.decode()
    assert ClinicalRecord.objects.get() == record


def test_it_is_offered_for_a_day(cast, record, url):
    client, page = cast.browse_as(cast.okafor), chart_url("clinical_record", cast.ann_record, cast.ann_visit)
    assert url in client.get(page).content.decode()
    aged(record, hours=25)
    assert url not in client.get(page).content.decode()


def test_the_database_refuses_whoever_deletes_history(record):
    aged(record, hours=25)
    assert_refused(
        "record_historic",
        record.delete,
        lambda: procedures.delete_clinical_record(record.pk),
        sql("DELETE FROM ClinicalCare WHERE clinical_id = %s", record.pk),
    )
    record.refresh_from_db()
    assert_refused("record_not_found", lambda: procedures.delete_clinical_record(999_999_999))
