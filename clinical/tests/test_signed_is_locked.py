"""A signed note cannot be changed or deleted: not by the ORM, a procedure, the page's account or the owner's SQL."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from clinical import procedures
from clinical.models import CarriedText, ClinicalRecord, Note, NoteSection, NoteSignature
from clinical.tests.acting import assert_refused, sql
from clinical.tests.notes import as_user, sign, signed_by, written
from emr_site.db import call, refusal_code
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast):
    return signed_by(cast.okafor, written(cast.ann_note_visit, subjective="Sore throat", plan="Rest"))


def test_it_refuses_every_change_of_its_words(note):
    section = note.sections.get(section="plan")
    assert_refused(
        "note_is_signed",
        lambda: NoteSection.objects.filter(pk=section.pk).update(body="Surgery", version=2),
        sql("UPDATE NoteSection SET body = 'Surgery', version = version + 1 WHERE note_id = %s", note.pk),
        sql("INSERT INTO NoteSection (note_id, section, body) VALUES (%s, 'objective', 'Fine')", note.pk),
        lambda: NoteSection.objects.create(note=note, section="objective", body="Fine"),
    )


def test_it_refuses_every_change_of_the_record_it_filled(note):
    record = ClinicalRecord.objects.get(visit=note.visit)
    texts = {"symptoms": None, "diagnosis": "Cancer", "prescriptions": None, "notes": None}
    assert_refused(
        "note_is_signed",
        lambda: ClinicalRecord.objects.filter(pk=record.pk).update(notes="Surgery"),
        sql("UPDATE ClinicalCare SET notes = 'Surgery' WHERE clinical_id = %s", record.pk),
        sql("DELETE FROM ClinicalCare WHERE clinical_id = %s", record.pk),
        lambda: call("UpdateClinicalRecord", record_id=record.pk, **texts),
        lambda: procedures.delete_clinical_record(record.pk),
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE NoteSignature SET content = 'x'",
        "DELETE FROM NoteSignature",
        "INSERT INTO NoteSignature (note_id, kind, signed_at, signed_by, signed_by_name, content, sha256)"
        " VALUES (1, 'author', NOW(), 1, 'x', 'x', 'x')",
        "UPDATE Addendum SET body = 'x'",
        "DELETE FROM Addendum",
        "DELETE FROM Note",
        "DELETE FROM NoteSection",
        "DELETE FROM CarriedText",
    ],
)
def test_the_account_of_the_pages_has_no_right_to(note, statement):
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        sql(statement)()
    assert refusal.value.args[0] == 1142


@pytest.mark.django_db(databases=["default", "denials", "owner"], transaction=True)
def test_even_the_owner_is_refused(cast, owner):
    note = signed_by(cast.okafor, written(cast.ann_note_visit))
    with pytest.raises(DatabaseError) as refusal:
        owner.execute("UPDATE NoteSignature SET content = 'x' WHERE note_id = %s", [note.pk])
    assert refusal_code(refusal.value) == "signature_is_for_good"
    with pytest.raises(DatabaseError) as refusal:
        owner.execute("DELETE FROM NoteSignature WHERE note_id = %s", [note.pk])
    assert refusal_code(refusal.value) == "signature_is_for_good"
    with pytest.raises(DatabaseError) as refusal:
        owner.execute("UPDATE NoteSection SET body = 'x', version = 2 WHERE note_id = %s", [note.pk])
    assert refusal_code(refusal.value) == "note_is_signed"
    assert NoteSignature.objects.get(note=note).content


def test_it_is_signed_once(cast, note):
    with as_user(cast.okafor):
        assert_refused("note_is_signed", lambda: sign(note))
    assert NoteSignature.objects.filter(note=note).count() == 1


def test_nobody_saves_over_what_they_have_not_seen(cast):
    note = written(cast.ann_note_visit)
    section = note.sections.get()
    assert_refused(
        "note_section_version_behind",
        lambda: NoteSection.objects.filter(pk=section.pk).update(body="Mine"),
        sql("UPDATE NoteSection SET body = 'Mine', version = 7 WHERE note_id = %s", note.pk),
    )


def test_a_visit_is_written_up_once(cast):
    assert cast.ann_clinical_record
    assert_refused("record_exists", lambda: Note.objects.create(visit=cast.ann_visit))
    note = written(cast.ann_note_visit)
    texts = {"symptoms": "Cough", "diagnosis": None, "prescriptions": None, "notes": None}
    assert_refused("visit_has_note", lambda: call("CreateClinicalRecord", visit_id=note.visit_id, **texts))


def test_text_is_carried_from_a_signed_note_of_the_same_patient(cast):
    mine = written(VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0)))
    unsigned = written(cast.ann_note_visit)
    others = signed_by(cast.okafor, written(cast.bo_visit))

    def carry(source):
        return lambda: CarriedText.objects.create(note=mine, section="plan", source_note=source, body="x")

    assert_refused("carried_text_of_patient", carry(unsigned), carry(others))


def test_that_a_text_was_read_is_said_once(cast):
    source = signed_by(cast.okafor, written(cast.ann_note_visit))
    mine = written(VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0)))
    with signed():
        carried = CarriedText.objects.create(note=mine, section="plan", source_note=source, body="x")
    rows = CarriedText.objects.filter(pk=carried.pk)
    with as_user(cast.okafor):
        assert_refused("carried_text_unread", lambda: sign(mine))
    assert_refused("carried_text_stays", lambda: rows.update(body="y"))
    with as_user(cast.okafor):
        rows.update(read_at=timezone.now(), read_by=cast.okafor)
        assert_refused("carried_text_stays", lambda: rows.update(read_at=None))
