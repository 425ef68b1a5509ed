"""Ordering a test, or entering one that was done."""

import pytest

from clinical import procedures
from clinical.models import Test
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from reception.tests.factories import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast):
    return chart_url("create_test", cast.ann_record, cast.ann_visit)


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_adds_a_test_at_the_visit(cast, url, role):
    by = getattr(cast, role)
    response = send(cast.browse_as(by), url, type="HbA1c", results="48 mmol/mol")
    assert response.url == chart_url("tests", cast.ann_record)
    test = Test.objects.get()
    assert (test.visit, test.type, test.results) == (cast.ann_visit, "HbA1c", "48 mmol/mol")
    assert test.date == cast.ann_visit.date
    assert audited(test, "C", by=by) == 1


def test_it_adds_one_test_however_often_it_is_sent(cast, url):
    client = cast.browse_as(cast.ned)
    form = shown(client, url) | {"type": "HbA1c"}
    assert [client.post(url, form).status_code for _ in range(3)] == [302, 302, 302]
    assert Test.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"type": ""}, "Enter what is tested."),
        ({"date": "yesterday"}, "Write the date as day, month, year"),
        ({"date": "1/1/2099"}, "This date is in the future."),
        ({"date": "13/8/1980"}, "This is before the patient was born."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, url, typed, sentence):
    response = send(cast.browse_as(cast.ned), url, **({"type": "HbA1c", "results": "Kept as typed"} | typed))
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "Kept as typed" in page
    assert not Test.objects.exists()


def test_it_is_not_the_desks_to_add(cast, url):
    response = cast.browse_as(cast.rosa).post(url, {"patient_id": cast.ann_record.pk, "type": "HbA1c"})
    assert response.status_code == 403
    assert not Test.objects.exists()


def test_the_database_refuses_the_future_the_time_before_birth_and_a_blank_name(cast):
    visit, values = cast.ann_visit, "INSERT INTO Test (visit_id, type, date) VALUES "
    for code, on in (("test_in_future", day(3)), ("test_before_birth", "1980-08-13")):
        assert_refused(
            code,
            lambda on=on: procedures.create_test(visit.pk, type="x", results=None, date=on),
            lambda on=on: Test.objects.create(visit=visit, type="x", date=on),
            sql(values + "(%s, 'x', %s)", visit.pk, on),
        )
    assert_refused(
        "test_type_not_blank",
        lambda: procedures.create_test(visit.pk, type=" ", results=None, date=None),
        sql(values + "(%s, '', NULL)", visit.pk),
    )
    assert_refused("test_visit", lambda: procedures.create_test(999_999, type="x", results=None, date=None))
