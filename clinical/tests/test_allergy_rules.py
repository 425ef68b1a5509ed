"""What the database lets be said of allergies, whoever says it, and what two people at once may not both say."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from audit.models import AuditLog
from clinical.allergies import banner
from clinical.models import Allergy, AllergyStatement
from clinical.tests.acting import assert_refused, sql
from clinical.tests.factories import AllergyFactory, AllergyStatementFactory
from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from emr_site.tests.races import written_after
from reception.merging import merge_patients, undo_merge
from reception.models import PatientMerge
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Allergy (patient_id, substance) VALUES (%s, %s)"
STATE = "INSERT INTO AllergyStatement (patient_id, answer) VALUES (%s, 'none_known')"


def test_it_refuses_a_second_live_row_of_the_same_substance():
    first = AllergyFactory(substance="Penicillin")
    patient = first.patient
    assert_refused(
        "allergy_recorded_once",
        lambda: Allergy.objects.create(patient=patient, substance=" PENICILLIN "),
        sql(INSERT, patient.pk, "penicillin"),
    )
    with signed():
        Allergy.objects.filter(pk=first.pk).update(ended_at=timezone.now())
    AllergyFactory(patient=patient, substance="penicillin")


def test_nothing_is_of_the_future_or_less_verified_than_it_was(cast):
    row = AllergyFactory(verified_at=timezone.now(), verified_by=cast.ned)
    change = "UPDATE Allergy SET {} WHERE allergy_id = %s"
    for columns in ("verified_at = '2090-01-01'", "ended_at = '2090-01-01'"):
        assert_refused("allergy_in_future", sql(change.format(columns), row.pk))
    for columns in ("verified_at = NULL, verified_by = NULL", "verified_by = NULL", "verified_at = '2001-01-01'"):
        assert_refused("allergy_stays_verified", sql(change.format(columns), row.pk))
    assert_refused("allergy_ended_after_recorded", sql(change.format("ended_at = '1900-01-01'"), row.pk))
    state = "INSERT INTO AllergyStatement (patient_id, answer, stated_at) VALUES (%s, 'not_asked', '2090-01-01')"
    assert_refused("allergy_in_future", sql(state, row.patient.pk))


def test_an_answer_is_told_by_whoever_is_signed_in(cast):
    with acting_as(Actor(cast.ned.pk, "ned")):
        sql(STATE, cast.ann_record.pk)()
    assert AllergyStatement.objects.get().stated_by == cast.ned


@pytest.mark.parametrize(
    ("code", "column", "value"),
    [
        ("allergy_kind_known", "kind", "x"),
        ("allergy_category_known", "category", "x"),
        ("allergy_severity_known", "severity", "x"),
        ("allergy_certainty_known", "certainty", "x"),
        ("allergy_substance_not_blank", "substance", " "),
        ("allergy_code_whole", "code", "7980"),
        ("allergy_void_whole", "void_reason", "slip"),
    ],
)
def test_it_refuses_what_is_not_on_the_lists(code, column, value):
    row = AllergyFactory()
    assert_refused(
        code,
        lambda: Allergy.objects.filter(pk=row.pk).update(**{column: value}),
        sql(f"UPDATE Allergy SET {column} = %s WHERE allergy_id = %s", value, row.pk),
    )


def test_it_refuses_another_patients_visit():
    patient, visit = PatientFactory(), VisitFactory()
    assert_refused("allergy_visit", lambda: Allergy.objects.create(patient=patient, visit=visit, substance="latex"))
    assert_refused(
        "allergy_statement_visit",
        lambda: AllergyStatement.objects.create(patient=patient, visit=visit, answer="not_asked"),
    )


def test_none_known_is_refused_while_an_allergy_stands():
    row = AllergyFactory()
    assert_refused(
        "allergies_are_recorded",
        lambda: AllergyStatement.objects.create(patient=row.patient, answer="none_known"),
        sql(STATE, row.patient.pk),
    )
    AllergyStatementFactory(patient=row.patient, answer="not_asked")
    with signed():
        Allergy.objects.filter(pk=row.pk).update(certainty="refuted")
    AllergyStatementFactory(patient=row.patient)


def test_what_has_ended_or_was_an_error_never_changes():
    row, now = AllergyFactory(), timezone.now()
    rows = Allergy.objects.filter(pk=row.pk)
    other = PatientFactory()
    assert_refused("patient_cannot_change", lambda: rows.update(patient=other))
    with signed():
        rows.update(ended_at=now)
    assert_refused("allergy_is_history", lambda: rows.update(reaction="x"), lambda: rows.update(ended_at=None))
    with signed():
        rows.update(voided_at=now, void_reason="another patient's")
    assert_refused(
        "allergy_is_history",
        lambda: rows.update(voided_at=None, void_reason=None),
        sql("UPDATE Allergy SET note = 'x' WHERE allergy_id = %s", row.pk),
    )
    assert AuditLog.objects.filter(table_name="Allergy", record_id=row.pk, patient_id=row.patient.pk).count() == 3


def test_an_answer_never_changes_and_nothing_is_deleted():
    said, row = AllergyStatementFactory(), AllergyFactory()
    rows = AllergyStatement.objects.filter(pk=said.pk)
    assert_refused("allergy_statement_is_history", lambda: rows.update(answer="not_asked"))
    for each in (row, said):
        with signed(), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            each.delete()


def test_a_merge_brings_the_allergies_along_and_an_undo_takes_them_back(cast):
    kept, merged = PatientFactory(), PatientFactory()
    AllergyStatementFactory(patient=kept)
    AllergyFactory(patient=merged, visit=VisitFactory(patient=merged), substance="latex")
    AllergyFactory(patient=merged, substance="aspirin")
    with signed():
        merge_id = merge_patients(kept.pk, merged.pk, reason="one person")
    assert banner(kept)["state"] == "known"
    assert kept.allergies.count() == 2
    with signed():
        undo_merge(PatientMerge.objects.get(pk=merge_id))
    assert (banner(kept)["state"], merged.allergies.count()) == ("none", 2)


def test_a_merge_lets_one_of_two_equal_allergies_stand(cast):
    kept, merged = PatientFactory(), PatientFactory()
    for patient in (kept, merged):
        AllergyFactory(patient=patient)
    with signed():
        merge_patients(kept.pk, merged.pk, reason="one person")
    assert kept.allergies.count() == 2
    assert kept.allergies.filter(voided_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["allergy", "statement"])
def test_two_people_at_once_do_not_both_have_it_their_way(first):
    patient = PatientFactory()
    writes = {"allergy": lambda: sql(INSERT, patient.pk, "latex")(), "statement": lambda: sql(STATE, patient.pk)()}
    second = next(name for name in writes if name != first)
    answer = written_after(writes[first], writes[second])
    assert answer == {"allergy": "allergies_are_recorded", "statement": "written"}[first]
    assert banner(patient)["state"] == "known"
