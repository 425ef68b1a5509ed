"""The command that finds what was changed behind a signature's back."""

import pytest
from django.core.management import call_command

from clinical import procedures
from clinical.models import NoteSignature
from clinical.signatures import parts_of_content
from clinical.tests.factories import PrescriptionFactory, TestFactory
from clinical.tests.notes import signed_by, written
from emr_site.actor import Actor, acting_as

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


def plant(owner, table, statement):
    """As somebody with every right would: the triggers out of the way, the change made, the triggers back."""
    owner.execute("SELECT trigger_name FROM information_schema.triggers WHERE event_object_table = %s AND"
                  " event_object_schema = DATABASE() AND event_manipulation = 'UPDATE'", [table])  # fmt: skip
    made = []
    for (name,) in owner.fetchall():
        owner.execute(f"SHOW CREATE TRIGGER {name}")
        made.append(owner.fetchone()[2])
        owner.execute(f"DROP TRIGGER {name}")
    try:
        owner.execute(statement)
    finally:
        for text in made:
            owner.execute(text)


def test_it_finds_nothing_where_nothing_was_changed(note, capsys):
    assert verify(capsys) == (0, "1 signed notes looked at, 0 faults\n")
    visit_id, parts = parts_of_content(NoteSignature.objects.get(note=note).content)
    assert visit_id == note.visit_id
    assert parts["subjective"] == "Fièvre — 39,5 °C 🤒\nplan 4\nRest"
    assert (parts["prescriptions"].split(",")[0], parts["tests"]) == ("amoxicillin", "CRP")


@pytest.mark.parametrize(
    ("table", "statement", "told"),
    [
        (
            "NoteSection",
            "UPDATE NoteSection SET body = 'Operate' WHERE section = 'plan'",
            "plan is not as it was signed",
        ),
        ("NoteSection", "UPDATE NoteSection SET body = UPPER(body)", "intake is not as it was signed"),
        ("ClinicalCare", "UPDATE ClinicalCare SET notes = 'Operate'", "notes of the clinical record"),
        ("NoteSignature", "UPDATE NoteSignature SET content = REPLACE(content, 'Rest', 'Work')", "its own hash"),
        ("NoteSignature", "UPDATE NoteSignature SET signed_by_name = 'Somebody else'", "its own hash"),
        ("NoteSignature", "UPDATE NoteSignature SET signed_at = signed_at - INTERVAL 1 DAY", "its own hash"),
        ("Addendum", "UPDATE Addendum SET body = 'Culture positive.'", "is not as it was written"),
    ],
)
def test_it_finds_a_planted_change(note, owner, capsys, table, statement, told):
    plant(owner, table, statement)
    code, printed = verify(capsys)
    assert code == 1
    assert told in printed
    assert f"note {note.pk}:" in printed
