"""Changing the clinical record of a visit."""

import pytest

from clinical import procedures
from clinical.models import ClinicalRecord
from clinical.tests.acting import aged, assert_refused, audited, chart_url, send, shown, sql
from clinical.tests.factories import ClinicalRecordFactory
from emr_site.tests.factories import signed
from reception.tests.factories import RoomFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast):
    cast.ann_clinical_record  # noqa: B018
    return chart_url("update_clinical_record", cast.ann_record, cast.ann_visit)


def save_meanwhile(record, **columns):
    with signed():
        ClinicalRecord.objects.filter(pk=record.pk).update(**columns)


def test_it_changes_what_was_changed(cast, url):
    room = RoomFactory()
    response = send(cast.browse_as(cast.okafor), url, diagnosis="Pharyngitis", room=room.pk)
    assert response.status_code == 302
    record = ClinicalRecord.objects.get()
    assert (record.signs_and_symptoms, record.discharge_diagnosis) == ("Sore throat", "Pharyngitis")
    assert record.room == room
    assert audited(record, "U", by=cast.okafor) == 2  # the procedure's columns, then the room


def test_it_sees_a_change_of_nothing_but_case(cast, url):
    save_meanwhile(cast.ann_clinical_record, tests_and_procedures="crp")
    send(cast.browse_as(cast.okafor), url, tests_and_procedures="CRP")
    assert ClinicalRecord.objects.get().tests_and_procedures == "CRP"


def test_it_stays_open_for_correction_when_it_is_history(cast, url):
    aged(cast.ann_clinical_record, days=400)
    assert send(cast.browse_as(cast.lund), url, notes="Addendum").status_code == 302


def test_it_shows_both_texts_when_someone_saved_meanwhile(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"diagnosis": "Mine"}
    save_meanwhile(cast.ann_clinical_record, discharge_diagnosis="Theirs", notes="Added by a colleague")
    response = client.post(url, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Mine" in page
    assert "Theirs" in page
    assert ClinicalRecord.objects.get().discharge_diagnosis == "Theirs"
    # What was not touched here already holds the colleague's text; sent on, nothing of either is lost.
    again = response.context["form"]
    assert again["notes"].value() == "Added by a colleague"
    typed = {field.html_name: field.value() or "" for field in again}
    assert client.post(url, typed | {"diagnosis": "Theirs. Mine"}).status_code == 302
    record = ClinicalRecord.objects.get()
    assert (record.discharge_diagnosis, record.notes) == ("Theirs. Mine", "Added by a colleague")


def test_it_is_a_conflict_again_when_someone_saves_again(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"diagnosis": "Mine"}
    save_meanwhile(cast.ann_clinical_record, notes="Once")
    again = client.post(url, form).context["form"]
    save_meanwhile(cast.ann_clinical_record, notes="Twice")
    assert client.post(url, {field.html_name: field.value() or "" for field in again}).status_code == 409


def test_it_takes_a_version_that_is_none_of_ours_for_a_conflict(cast, url):
    response = send(cast.browse_as(cast.okafor), url, version="1", diagnosis="Mine")
    assert response.status_code == 409
    assert ClinicalRecord.objects.get().discharge_diagnosis == "Tonsillitis"


def test_it_refuses_to_empty_the_record(cast, url):
    response = send(cast.browse_as(cast.okafor), url, symptoms="", diagnosis="")
    assert response.status_code == 422
    assert ClinicalRecord.objects.get().discharge_diagnosis == "Tonsillitis"


def test_it_says_so_when_the_record_was_deleted_meanwhile(cast, url, monkeypatch):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"diagnosis": "Mine"}
    with signed():
        ClinicalRecord.objects.all().delete()
    assert client.post(url, form).status_code == 404
    nothing = {"room": None, "tests_and_procedures": None}
    texts = dict.fromkeys(("symptoms", "diagnosis", "prescriptions", "notes"))
    assert_refused("record_not_found", lambda: procedures.update_clinical_record(1, seen="", **nothing, **texts))


def test_the_database_keeps_a_record_with_its_visit(cast):
    record, other = ClinicalRecordFactory(), VisitFactory()
    assert_refused(
        "record_visit_cannot_change",
        lambda: ClinicalRecord.objects.filter(pk=record.pk).update(visit=other),
        sql("UPDATE ClinicalCare SET visit_id = %s WHERE clinical_id = %s", other.pk, record.pk),
    )
