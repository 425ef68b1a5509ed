"""The command that finds what was changed behind a signature's back."""

import re

import pytest
from django.core.management import call_command

from clinical import procedures
from clinical.models import NoteSignature, Prescription, Test
from clinical.signed_content import read_content
from clinical.tests.factories import PrescriptionFactory, ProblemFactory, TestFactory
from clinical.tests.notes import signed_by, written
from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from reception.merging import merge_patients, undo_merge
from reception.models import PatientMerge, Provider
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db(databases=["default", "denials", "owner"], transaction=True)


@pytest.fixture
def note(cast):
    """Signed with an addendum, with words that could break a text that is put together carelessly."""
    visit = cast.ann_note_visit
    PrescriptionFactory(patient=cast.ann_record, visit=visit, medication="amoxicillin", dosage="500 mg")
    TestFactory(visit=visit, type="CRP")
    note = written(visit, subjective="Fièvre — 39,5 °C 🤒\nplan 4\nRest", plan="Rest\n\nassessment 2", intake="Pale")
    note = signed_by(cast.okafor, note)
    with acting_as(Actor(cast.okafor.pk, cast.okafor.username)):
        procedures.add_addendum(note.pk, body="Culture negative.")
    return note


def verify(capsys):
    """(exit code, what was printed)"""
    code = 0
    try:
        call_command("verify_signatures")
    except SystemExit as end:
        code = end.code
    return code, capsys.readouterr().out


def plant(owner, *statements):
    """As somebody with every right would: the triggers out of the way, the changes made, the triggers back."""
    tables = [re.search(r"(?:UPDATE|FROM|INTO) (\w+)", each)[1] for each in statements]
    owner.execute("SELECT trigger_name FROM information_schema.triggers WHERE event_object_table IN %s AND"
                  " event_object_schema = DATABASE() ORDER BY event_object_table, event_manipulation, action_timing,"
                  " action_order", [tables])  # fmt: skip
    made = []
    for (name,) in owner.fetchall():
        owner.execute(f"SHOW CREATE TRIGGER {name}")
        made.append(owner.fetchone()[2])
        owner.execute(f"DROP TRIGGER {name}")
    try:
        owner.execute("SET foreign_key_checks = 0")
        for statement in statements:
            owner.execute(statement)
    finally:
        owner.execute("SET foreign_key_checks = 1")
        for text in made:
            owner.execute(text)


def test_it_finds_nothing_where_nothing_was_changed(note, capsys):
    assert verify(capsys) == (0, "1 signed notes looked at, 0 faults\n")
    content = read_content(NoteSignature.objects.get(note=note).content)
    parts = content.parts
    assert (content.visit_id, content.patient_id) == (note.visit_id, note.visit.patient_id)
    assert parts["subjective"] == "Fièvre — 39,5 °C 🤒\nplan 4\nRest"
    assert (parts["prescriptions"].split(",")[0], parts["tests"]) == ("amoxicillin", "CRP")


OTHERS_NOTE = "(SELECT note_id FROM Note WHERE visit_id = (SELECT MAX(visit_id) FROM Visit))"
PLANTED = {
    "a section": ("UPDATE NoteSection SET body = 'Operate' WHERE section = 'plan'", "plan is not as it was signed"),
    "the case of letters": ("UPDATE NoteSection SET body = UPPER(body)", "intake is not as it was signed"),
    "who saved it": (
        "UPDATE NoteSection SET saved_by = (SELECT MAX(user_id) FROM Users)",
        "saved is not as it was signed",
    ),
    "when it was saved": ("UPDATE NoteSection SET saved_at = '2020-01-01'", "saved is not as it was signed"),
    "the record": ("UPDATE ClinicalCare SET notes = 'Operate'", "notes of the clinical record"),
    "the content": ("UPDATE NoteSignature SET content = REPLACE(content, 'Rest', 'Work')", "its own hash"),
    "the signer's name": ("UPDATE NoteSignature SET signed_by_name = 'Somebody else'", "its own hash"),
    "the signer's role": ("UPDATE NoteSignature SET signed_by_role = 'Doctor, Nurse'", "its own hash"),
    "the time": ("UPDATE NoteSignature SET signed_at = signed_at - INTERVAL 1 DAY", "its own hash"),
    "an addendum": ("UPDATE Addendum SET body = 'Culture positive.'", "is not as it was written"),
    "an addendum's note": (f"UPDATE Addendum SET note_id = {OTHERS_NOTE}", "is not as it was written, or not where"),
    "no addendum": ("DELETE FROM Addendum", "was written and is gone"),
    "no signature": ("DELETE FROM NoteSignature", "was written and is gone"),
    "the patient": ("UPDATE Visit SET patient_id = (SELECT MAX(patient_id) FROM Patient)", "another patient's"),
    "the day": ("UPDATE Visit SET date = date - INTERVAL 1 DAY", "encounter is not as it was signed"),
    "the provider": ("UPDATE Visit SET provider_id = 999999", "encounter is not as it was signed"),
    "no visit": ("DELETE FROM Visit ORDER BY visit_id LIMIT 1", "the visit is gone"),
    "a medicine": ("UPDATE Prescription SET medication = 'warfarin'", "prescriptions is not as it was signed"),
    "a test": ("UPDATE Test SET type = 'HIV'", "ordered is not as it was signed"),
    "no test": ("DELETE FROM Test", "ordered is not as it was signed"),
}


@pytest.mark.parametrize(("statement", "told"), PLANTED.values(), ids=PLANTED)
def test_it_finds_a_planted_change(cast, note, owner, capsys, statement, told):
    written(cast.bo_visit)
    plant(owner, statement)
    code, printed = verify(capsys)
    assert code == 1
    assert told in printed


def test_it_finds_a_whole_note_that_is_gone(note, owner, capsys):
    tables = ("Addendum", "NoteSignature", "NoteSection", "Note", "ClinicalCare")
    plant(owner, *(f"DELETE FROM {table}" for table in tables))
    code, printed = verify(capsys)
    assert code == 1
    assert "note signature" in printed
    assert f"note {note.pk}:" in printed


def test_it_finds_a_diagnosis_of_later(note, owner, capsys):
    problem = ProblemFactory(patient=note.visit.patient, description="Lymphoma")
    plant(
        owner,
        "INSERT INTO VisitDiagnosis (visit_id, patient_id, problem_id, diagnosis_rank)"
        f" VALUES ({note.visit_id}, {problem.patient_id}, {problem.pk}, 1)",
    )
    code, printed = verify(capsys)
    assert (code, "diagnoses is not as it was signed" in printed) == (1, True)


FORGED = """INSERT INTO NoteSignature
    (note_id, kind, signed_at, signed_by, signed_by_name, signed_by_username, signed_by_role, content, sha256)
    SELECT note_id, 'cosigner', signed_at, signed_by, signed_by_name, signed_by_username, signed_by_role, {words},
           SHA2(CONCAT_WS('\n', 'cosigner', note_id, signed_at, signed_by, signed_by_username, signed_by_name,
                          signed_by_role, 0, {words}), 256)
      FROM NoteSignature"""


@pytest.mark.parametrize("words", ["content", "CONCAT(content, 'x')"])
def test_it_finds_a_forged_co_signature_whatever_its_hash(note, owner, capsys, words):
    plant(owner, FORGED.format(words=words))
    code, printed = verify(capsys)
    assert code == 1
    assert "the cosigner's signature is not the one that the audit saw written" in printed
    assert ("signs other words" in printed) == (words != "content")


def test_it_lets_through_what_goes_on_after_the_signature(cast, note, capsys):
    with signed():
        TestFactory(visit=note.visit, type="ESR")
        Test.objects.filter(type="CRP").update(results="12 mg/l")
        Prescription.objects.update(ended_on=note.visit.date)
        Provider.objects.update(family_name="Married")
        kept = PatientFactory(given_name="Anne", family_name="Hale")
        merge_id = merge_patients(kept.pk, cast.ann_record.pk, reason="Same")
    assert verify(capsys)[0] == 0
    with signed():
        undo_merge(PatientMerge.objects.get(pk=merge_id))
    assert verify(capsys) == (0, "1 signed notes looked at, 0 faults\n")
