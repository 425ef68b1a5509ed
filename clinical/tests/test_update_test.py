"""Entering a test's results, and correcting it."""

import pytest

from clinical import procedures
from clinical.models import Test
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return cast.ann_test


@pytest.fixture
def url(cast, row):
    return chart_url("update_test", cast.ann_record, row)


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_enters_results(cast, row, url, role):
    by = getattr(cast, role)
    response = send(cast.browse_as(by), url, results="Hb 131 g/L")
    assert response.url == chart_url("test", cast.ann_record, row)
    row.refresh_from_db()
    assert (row.type, row.results) == ("Full blood count", "Hb 131 g/L")
    assert audited(row, "U", by=by) == 1


def test_it_shows_both_when_someone_saved_meanwhile(cast, row, url):
    client = cast.browse_as(cast.ned)
    form = shown(client, url) | {"results": "Hb 131 g/L"}
    with signed():
        Test.objects.update(results="Hb 118 g/L")
    response = client.post(url, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Hb 131 g/L" in page
    assert "Hb 118 g/L" in page
    row.refresh_from_db()
    assert row.results == "Hb 118 g/L"


def test_it_refuses_bad_input_and_writes_nothing(cast, row, url):
    response = send(cast.browse_as(cast.ned), url, date="13/8/1980", results="Kept as typed")
    assert response.status_code == 422
    assert "Kept as typed" in response.content.decode()
    row.refresh_from_db()
    assert row.results is None


def test_the_database_keeps_it_with_its_visit_and_out_of_the_future(row):
    other, one = VisitFactory(), Test.objects.filter(pk=row.pk)

    def through_the_procedure(visit=row.visit, on=None):
        procedures.update_test(row.pk, visit_id=visit.pk, seen=row.version, type="x", results=None, date=on)

    assert_refused(
        "test_visit_cannot_change",
        lambda: through_the_procedure(visit=other),
        lambda: one.update(visit=other),
        sql("UPDATE Test SET visit_id = %s WHERE test_id = %s", other.pk, row.pk),
    )
    for code, on in (("test_in_future", day(3)), ("test_before_birth", "1980-08-13")):
        assert_refused(
            code,
            lambda on=on: through_the_procedure(on=on),
            lambda on=on: one.update(date=on),
            sql("UPDATE Test SET date = %s WHERE test_id = %s", on, row.pk),
        )
    gone = {"visit_id": row.visit_id, "seen": "", "type": "x", "results": None, "date": None}
    assert_refused("test_not_found", lambda: procedures.update_test(999_999, **gone))
