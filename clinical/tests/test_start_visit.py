"""Opening a new record: from then on the patient is with the clinician."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical.tests.acting import audited, chart_url
from clinical.tests.notes import signed_by, written
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(cast):
    """Ann, who has come and waits."""
    arrived_at = timezone.now() - timedelta(minutes=9)
    return VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0), arrived_at=arrived_at)


def start(cast, visit, by):
    url = chart_url("start_visit", cast.ann_record, visit)
    return cast.browse_as(by).post(url, {"patient_id": cast.ann_record.pk})


def test_it_starts_the_visit_and_opens_its_page(cast, waiting):
    response = start(cast, waiting, cast.okafor)
    assert response.url == chart_url("visit", cast.ann_record, waiting)
    waiting.refresh_from_db()
    assert timezone.now() - waiting.started_at < timedelta(minutes=1)
    assert audited(waiting, "U", by=cast.okafor) == 1


def test_it_keeps_the_first_start(cast, waiting):
    start(cast, waiting, cast.okafor)
    waiting.refresh_from_db()
    first = waiting.started_at
    start(cast, waiting, cast.lund)
    waiting.refresh_from_db()
    assert waiting.started_at == first


def test_it_starts_no_visit_of_the_past(cast):
    start(cast, cast.ann_visit, cast.okafor)
    cast.ann_visit.refresh_from_db()
    assert cast.ann_visit.started_at is None


def test_it_does_not_start_by_looking(cast, waiting):
    client = cast.browse_as(cast.okafor)
    assert client.get(chart_url("start_visit", cast.ann_record, waiting)).status_code == 405
    assert client.get(chart_url("visit", cast.ann_record, waiting)).status_code == 200
    waiting.refresh_from_db()
    assert waiting.started_at is None


def save(cast, visit, by):
    typed = {"patient_id": cast.ann_record.pk, "subjective": "Cough", "subjective_version": "0"}
    return cast.browse_as(by).post(chart_url("save_note", cast.ann_record, visit), typed)


def test_the_doctors_first_words_start_it(cast, waiting):
    save(cast, waiting, cast.ned)
    waiting.refresh_from_db()
    assert waiting.started_at is None
    client = cast.browse_as(cast.okafor)
    typed = {"patient_id": cast.ann_record.pk, "plan": "Rest", "plan_version": "0"}
    client.post(chart_url("save_note", cast.ann_record, waiting), typed)
    waiting.refresh_from_db()
    assert timezone.now() - waiting.started_at < timedelta(minutes=1)
    assert "Start visit" not in client.get(chart_url("visit", cast.ann_record, waiting)).content.decode()


def test_signing_starts_it_at_the_latest(cast, waiting):
    signed_by(cast.okafor, written(waiting))
    waiting.refresh_from_db()
    assert waiting.started_at is not None


def test_a_doctor_in_training_starts_it_too(cast, waiting):
    start(cast, waiting, cast.trainee)
    waiting.refresh_from_db()
    assert waiting.started_at is not None


def test_it_is_not_a_nurses_to_start(cast, waiting):
    assert start(cast, waiting, cast.ned).status_code == 403
    waiting.refresh_from_db()
    assert waiting.started_at is None


def test_it_is_offered_on_the_chart_while_the_patient_waits(cast, waiting):
    page = cast.browse_as(cast.okafor).get(chart_url("chart", cast.ann_record)).content.decode()
    assert "Start visit" in page
    start(cast, waiting, cast.okafor)
    page = cast.browse_as(cast.okafor).get(chart_url("chart", cast.ann_record)).content.decode()
    assert "Start visit" not in page
    assert "Open visit" in page
