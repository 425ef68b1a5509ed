"""Whoever stands in for a doctor opens the records of today's patients, and another's to a stated reason."""

import pytest

from audit.models import AuditLog, Look
from clinical.tests.acting import assert_refused, audited, chart_url, send, sql
from emr_site.tests.factories import signed
from reception.models import StatedReason
from reception.procedures import cancel_appointment
from reception.tests.desk import today_at
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def chart(cast):
    return chart_url("chart", cast.ann_record)


def reason_url(cast):
    return f"/patients/{cast.ann_record.pk}/reason/"


def test_a_patient_of_another_day_is_refused_and_the_refusal_kept(cast, chart):
    denied = AuditLog.objects.using("denials").filter(event="denied", user_name=cast.locum.username)
    before = denied.count()
    response = cast.browse_as(cast.locum).get(chart)
    page = response.content.decode()
    assert response.status_code == 403
    assert "Not a patient of today" in page
    assert "No current medicines" not in page
    assert not Look.objects.filter(patient_id=cast.ann_record.pk).exists()
    assert denied.count() == before + 1


def test_who_is_expected_or_here_today_opens(cast, chart):
    today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    assert cast.browse_as(cast.locum).get(chart).status_code == 200
    VisitFactory(patient=cast.bo_record, provider=cast.lund_provider, date=day(0))
    assert cast.browse_as(cast.locum).get(chart_url("chart", cast.bo_record)).status_code == 200


def test_an_appointment_that_was_cancelled_opens_nothing(cast, chart):
    booked = today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    with signed():
        cancel_appointment(booked.pk, seen=booked.version, cancel_reason="Ill")
    assert cast.browse_as(cast.locum).get(chart).status_code == 403


def test_a_stated_reason_opens_this_record_for_today(cast, chart):
    client = cast.browse_as(cast.locum)
    response = send(client, reason_url(cast), reason="Called about her results")
    assert response.url == chart
    assert client.get(chart).status_code == 200
    assert client.get(chart_url("chart", cast.bo_record)).status_code == 403
    stated = StatedReason.objects.get()
    assert (stated.user, stated.patient, stated.reason) == (cast.locum, cast.ann_record, "Called about her results")
    assert audited(stated, "C", by=cast.locum) == 1
    with signed():
        StatedReason.objects.create(user=cast.locum, patient=cast.bo_record, reason="Yesterday's", day=day(-1))
    assert client.get(chart_url("chart", cast.bo_record)).status_code == 403


def test_a_reason_says_something(cast):
    response = send(cast.browse_as(cast.locum), reason_url(cast), reason="   x ")
    assert response.status_code == 422
    assert "Say a little more" in response.content.decode()
    row = {"user": cast.locum, "patient": cast.ann_record, "reason": "  x  "}
    insert = "INSERT INTO StatedReason (user_id, patient_id, day, reason) VALUES (%s, %s, CURDATE(), ' x ')"
    assert_refused(
        "stated_reason_says_something",
        lambda: StatedReason.objects.create(**row),
        sql(insert, cast.locum.pk, cast.ann_record.pk),
    )


def test_a_form_of_another_days_patient_writes_nothing(cast):
    form = {"patient_id": cast.ann_record.pk, "plan": "x", "plan_version": "0"}
    response = cast.browse_as(cast.locum).post(chart_url("save_note", cast.ann_record, cast.ann_note_visit), form)
    assert response.status_code == 403
    assert not cast.ann_record.visits.filter(note__isnull=False).exists()


def test_nobody_else_is_asked(cast, chart):
    assert cast.browse_as(cast.okafor).get(chart).status_code == 200
    assert cast.browse_as(cast.okafor).get(reason_url(cast)).url == chart


def test_the_list_of_all_records_is_not_a_locums(cast):
    assert cast.browse_as(cast.locum).get("/clinical-records/").status_code == 403


def test_neither_name_nor_birth_date_of_another_day_is_shown_before_the_reason(cast, chart):
    client = cast.browse_as(cast.locum)
    for path in (chart, reason_url(cast), f"/appointments/{cast.ann_appointment.pk}/"):
        page = client.get(path).content.decode()
        assert "HALE" not in page, path
        assert "Hale" not in page, path
    wrong = client.post(reason_url(cast), {"patient_id": cast.bo_record.pk, "reason": "Called about results"})
    assert wrong.status_code == 403
    assert "Hale" not in wrong.content.decode()
    assert not StatedReason.objects.exists()


def test_the_search_finds_the_patients_of_today_and_of_a_reason(cast, chart):
    client = cast.browse_as(cast.locum)

    def names():
        return client.post("/patients/find/", {"q": "hale"}).content.decode()

    assert "HALE" in cast.browse_as(cast.okafor).post("/patients/find/", {"q": "hale"}).content.decode()
    assert "HALE" not in names()
    assert "Open another record" in names()
    today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    assert "HALE" in names()
    assert "HALE" in client.get("/patients/").content.decode()
    assert "WINTER" not in client.get("/patients/").content.decode()


def test_a_record_opens_by_its_number_and_birth_date_for_a_reason(cast, chart):
    client = cast.browse_as(cast.locum)
    right = {"mrn": f"{cast.ann_record.mrn}", "date_of_birth": f"{cast.ann_record.date_of_birth:%d/%m/%Y}"}
    reason = {"reason": "Her pharmacy is on the phone"}
    assert client.post("/patients/by-number/", right).status_code == 422
    wrong = client.post("/patients/by-number/", right | reason | {"date_of_birth": "1/2/1950"})
    assert wrong.status_code == 422
    assert "No record has this number and this date of birth" in wrong.content.decode()
    assert "Her pharmacy is on the phone" in wrong.content.decode()
    assert not StatedReason.objects.exists()
    for _ in range(2):
        assert client.post("/patients/by-number/", right | reason).url == chart
    assert StatedReason.objects.get().reason == reason["reason"]
    assert client.get(chart).status_code == 200


def test_other_days_and_the_waiting_list_are_closed(cast):
    client = cast.browse_as(cast.locum)
    assert client.get("/board/").status_code == client.get("/appointments/").status_code == 200
    for path in ("/board/", "/appointments/", "/board/day-list.pdf"):
        assert client.get(path, {"day": f"{day(1):%d/%m/%Y}"}).status_code == 403, path
    assert client.get("/board/week/").status_code == client.get("/waiting-list/").status_code == 403
    assert "Day after" not in client.get("/board/").content.decode()
