"""Ending a medicine."""

import pytest
from django.utils import timezone

from clinical import procedures
from clinical.models import Prescription
from clinical.tests.acting import assert_refused, audited, chart_url, send, sql
from reception.tests.factories import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return cast.ann_prescription


@pytest.fixture
def url(cast, row):
    return chart_url("end_prescription", cast.ann_record, row)


def test_it_ends_today_unless_told(cast, row, url):
    response = send(cast.browse_as(cast.okafor), url)
    assert response.url == chart_url("prescriptions", cast.ann_record)
    row.refresh_from_db()
    assert row.ended_on == timezone.localdate()
    assert audited(row, "U", by=cast.okafor) == 1


def test_it_takes_an_earlier_day(cast, row, url):
    send(cast.browse_as(cast.okafor), url, ended_on=f"{day(-3):%d/%m/%Y}")
    row.refresh_from_db()
    assert row.ended_on == day(-3)


@pytest.mark.parametrize(
    ("days", "sentence"), [(1, "This date is in the future."), (-31, "This is before the day it was prescribed.")]
)
def test_it_refuses_a_day_that_cannot_be(cast, row, url, days, sentence):
    response = send(cast.browse_as(cast.okafor), url, ended_on=f"{day(days):%d/%m/%Y}")
    assert response.status_code == 422
    assert sentence in response.content.decode()
    row.refresh_from_db()
    assert row.ended_on is None


def test_it_ends_once(cast, row, url):
    client = cast.browse_as(cast.okafor)
    send(client, url, ended_on=f"{day(-3):%d/%m/%Y}")
    response = send(client, url)
    assert response.status_code == 422
    assert "This prescription has ended and is history." in response.content.decode()
    row.refresh_from_db()
    assert row.ended_on == day(-3)


def test_it_is_not_a_nurses_to_end(cast, row, url):
    assert cast.browse_as(cast.ned).post(url, {"patient_id": cast.ann_record.pk}).status_code == 403


def test_the_database_refuses_an_end_before_the_start_or_ahead(row):
    one = Prescription.objects.filter(pk=row.pk)
    for code, on in (("prescription_ends_after_start", day(-31)), ("prescription_end_in_future", day(3))):
        assert_refused(
            code,
            lambda on=on: procedures.end_prescription(row.pk, ended_on=on),
            lambda on=on: one.update(ended_on=on),
            sql("UPDATE Prescription SET ended_on = %s WHERE prescription_id = %s", on, row.pk),
        )
    assert_refused("prescription_not_found", lambda: procedures.end_prescription(999_999, ended_on=day(0)))
