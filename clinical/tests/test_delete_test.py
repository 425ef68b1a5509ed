"""Deleting a test that was ordered by mistake."""

import pytest

from clinical import procedures
from clinical.models import Test
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return cast.ann_test


@pytest.fixture
def url(cast, row):
    return chart_url("delete_test", cast.ann_record, row)


def test_it_deletes_a_test_without_results(cast, row, url):
    assert send(cast.browse_as(cast.okafor), url).url == chart_url("tests", cast.ann_record)
    assert not Test.objects.exists()
    assert audited(row, "D", by=cast.okafor) == 1


def test_it_refuses_when_results_have_come_meanwhile(cast, row, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url)
    with signed():
        Test.objects.update(results="Hb 131 g/L")
    response = client.post(url, form)
    assert response.status_code == 422
    assert "This test has results" in response.content.decode()
    assert Test.objects.get() == row
    assert url not in client.get(chart_url("test", cast.ann_record, row)).content.decode()


def test_it_is_not_a_nurses_to_delete(cast, row, url):
    assert cast.browse_as(cast.ned).post(url, {"patient_id": cast.ann_record.pk}).status_code == 403
    assert Test.objects.exists()


def test_the_database_refuses_whoever_deletes_results(row):
    with signed():
        Test.objects.update(results="Hb 131 g/L")
    assert_refused(
        "test_has_results",
        row.delete,
        lambda: procedures.delete_test(row.pk),
        sql("DELETE FROM Test WHERE test_id = %s", row.pk),
    )
    assert_refused("test_not_found", lambda: procedures.delete_test(999_999))
