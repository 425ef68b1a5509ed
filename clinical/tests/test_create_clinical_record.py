"""Writing the clinical record of a visit."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical import procedures
from clinical.models import ClinicalRecord
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from emr_site.tests.factories import signed
from reception.tests.factories import RoomFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
TEXTS = {
    "symptoms": "Sore throat",
    "diagnosis": "Tonsillitis",
    "prescriptions": "phenoxymethylpenicillin",
    "notes": "Rest",
}


@pytest.fixture
def url(cast):
    return chart_url("create_clinical_record", cast.ann_record, cast.ann_visit)


def test_it_writes_the_record_with_room_and_tests_in_one_go(cast, url):
    room = RoomFactory()
    typed = {**TEXTS, "tests_and_procedures": "Throat swab", "room": room.pk}
    response = send(cast.browse_as(cast.okafor), url, **typed)
    assert response.url == chart_url("clinical_record", cast.ann_record, cast.ann_visit)
    record = ClinicalRecord.objects.get(visit=cast.ann_visit)
    assert record.signs_and_symptoms == "Sore throat"
    assert record.discharge_diagnosis == "Tonsillitis"
    assert record.prescriptions == TEXTS["prescriptions"]
    assert (record.tests_and_procedures, record.notes, record.room) == ("Throat swab", "Rest", room)
    assert audited(record, "C", by=cast.okafor) == 1


def test_it_keeps_lines_as_they_were_typed_and_blank_as_not_recorded(cast, url):
    send(cast.browse_as(cast.okafor), url, symptoms="One\r\nTwo\r\n", notes="  ")
    record = ClinicalRecord.objects.get()
    assert record.signs_and_symptoms == "One\nTwo"
    assert record.notes is None


def test_it_starts_the_visit_of_a_patient_who_waits(cast):
    visit = VisitFactory(patient=cast.ann_record, date=day(0), arrived_at=timezone.now() - timedelta(minutes=5))
    send(cast.browse_as(cast.okafor), chart_url("create_clinical_record", cast.ann_record, visit), symptoms="Cough")
    visit.refresh_from_db()
    assert visit.started_at


def test_it_writes_one_record_however_often_it_is_sent(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | TEXTS
    answers = [client.post(url, form) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert audited(ClinicalRecord.objects.get(), "C", by=cast.okafor) == 1


def test_it_refuses_a_second_record_and_keeps_what_was_typed(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"symptoms": "Mine too"}
    cast.ann_clinical_record  # noqa: B018 (a colleague was faster)
    response = client.post(url, form)
    page = response.content.decode()
    assert response.status_code == 422
    assert "This visit has its clinical record already." in page
    assert "Mine too" in page
    assert "<title>Error: " in page
    assert ClinicalRecord.objects.get() == cast.ann_clinical_record


def test_it_refuses_an_empty_record(cast, url):
    response = send(cast.browse_as(cast.okafor), url)
    assert response.status_code == 422
    assert "The record is empty." in response.content.decode()
    assert not ClinicalRecord.objects.exists()


def test_it_refuses_a_text_that_the_table_cannot_hold(cast, url):
    response = send(cast.browse_as(cast.okafor), url, symptoms="ж" * 33_000)
    assert response.status_code == 422
    assert "too long" in response.content.decode()
    assert not ClinicalRecord.objects.exists()


def test_it_leaves_nothing_behind_when_the_room_is_refused(cast):
    room = RoomFactory()
    with signed():
        room.delete()
    room.pk = 999_999

    def write():
        procedures.create_clinical_record(cast.ann_visit.pk, room=room, tests_and_procedures="Swab", **TEXTS)

    assert_refused("clinical_record_room", write)
    assert not ClinicalRecord.objects.exists()


def test_the_database_refuses_a_second_record_and_a_visit_that_is_not_there(cast):
    visit = cast.ann_clinical_record.visit
    none = {"room": None, "tests_and_procedures": None, **dict.fromkeys(TEXTS)}
    assert_refused("record_exists", lambda: procedures.create_clinical_record(visit.pk, **none))
    assert_refused(
        "clinical_record_once_a_visit",
        lambda: ClinicalRecord.objects.create(visit=visit),
        sql("INSERT INTO ClinicalCare (visit_id) VALUES (%s)", visit.pk),
    )
    assert_refused("visit_not_found", lambda: procedures.create_clinical_record(999_999_999, **none))
    assert_refused("clinical_record_visit", sql("INSERT INTO ClinicalCare (visit_id) VALUES (999999999)"))
