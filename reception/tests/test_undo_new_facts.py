"""A merge is not undone when something new belongs to what it has moved."""

import pytest

from clinical.models import CarriedText, Note, Problem
from clinical.procedures import add_addendum
from clinical.tests.factories import (
    ClinicalRecordFactory,
    NoteSectionFactory,
    ProblemFactory,
    TestFactory,
    VisitDiagnosisFactory,
)
from clinical.tests.notes import signed_by, written
from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from reception.models import MergedRow, PossibleDuplicate, Visit
from reception.tests.factories import PatientFactory, RoomStayFactory, VisitFactory, day
from reception.tests.merging import merge, undone
from reception.tests.record_factories import PossibleDuplicateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(cast):
    """With a problem, a visit whose note is written, one whose note is signed, and one without a note."""
    patient = PatientFactory(family_name="Hale", given_name="Anne")
    ProblemFactory(patient=patient)
    written(VisitFactory(patient=patient, date=day(-1)))
    signed_by(cast.okafor, written(VisitFactory(patient=patient, date=day(-2))))
    VisitFactory(patient=patient, date=day(-3))
    return patient


def visit_of(patient, days_ago):
    return Visit.objects.get(patient=patient, date=day(-days_ago))


def a_diagnosis(cast, kept):
    VisitDiagnosisFactory(visit=VisitFactory(patient=kept), problem=Problem.objects.get(patient=kept))


def a_test(cast, kept):
    TestFactory(visit=visit_of(kept, 1))


def a_clinical_record(cast, kept):
    ClinicalRecordFactory(visit=visit_of(kept, 3))


def a_room(cast, kept):
    RoomStayFactory(visit=visit_of(kept, 1))


def a_section(cast, kept):
    NoteSectionFactory(note=Note.objects.get(visit=visit_of(kept, 1)), section="plan", body="Rest")


def other_words(cast, kept):
    with signed():
        Note.objects.get(visit=visit_of(kept, 1)).sections.update(body="New words", version=2)


def a_signature(cast, kept):
    signed_by(cast.okafor, Note.objects.get(visit=visit_of(kept, 1)))


def an_addendum(cast, kept):
    with acting_as(Actor(cast.okafor.pk, "okafor")):
        add_addendum(Note.objects.get(visit=visit_of(kept, 2)).pk, body="The culture was negative")


def carried_text(cast, kept):
    note = written(VisitFactory(patient=kept, date=day(0)))
    with signed():
        source = Note.objects.get(visit=visit_of(kept, 2))
        CarriedText.objects.create(note=note, section="plan", source_note=source, body="As before")


NEW_FACTS = [
    a_diagnosis, a_test, a_clinical_record, a_room, a_section, other_words, a_signature, an_addendum, carried_text,
]  # fmt: skip


@pytest.mark.parametrize("write", NEW_FACTS)
def test_it_stays_merged(cast, kept, other, write):
    merge(cast, kept, other)
    write(cast, kept)
    answer = undone(cast, kept)
    assert answer.status_code == 422
    assert "The merge stays" in answer.content.decode()
    assert Visit.objects.filter(patient=other).count() == 0


def test_it_is_undone_while_nothing_is_new(cast, kept, other):
    merge(cast, kept, other)
    assert MergedRow.objects.filter(table_name="NoteSection", kind="below").count() == 2
    a_visit_of_its_own = VisitFactory(patient=kept)
    TestFactory(visit=a_visit_of_its_own)
    assert undone(cast, kept).status_code == 302
    assert Visit.objects.filter(patient=other).count() == 3


def test_the_worklist_asks_again_what_the_merge_had_settled(cast, kept, other):
    pair = PossibleDuplicateFactory(patient=other, other_patient=kept)
    third, fourth = PatientFactory(), PatientFactory()
    for each in (third, fourth):
        PossibleDuplicateFactory(patient=each, other_patient=other)
    merge(cast, kept, other)
    of_fourth = PossibleDuplicate.objects.get(patient=fourth, other_patient=kept)
    with signed():
        PossibleDuplicate.objects.filter(pk=of_fourth.pk).update(state="different", decided_at=of_fourth.found_at)
    assert undone(cast, kept).status_code == 302
    pair.refresh_from_db()
    assert (pair.state, pair.decided_at, pair.decided_by) == ("open", None, None)
    assert PossibleDuplicate.objects.get(patient=third).other_patient == other
    assert PossibleDuplicate.objects.get(pk=of_fourth.pk).state == "different"
