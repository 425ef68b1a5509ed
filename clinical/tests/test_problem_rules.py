"""What the database takes of a problem, whoever writes: within the patient's life, whole, once, and never unsaid."""

from datetime import date

import pytest
from django.utils import timezone

from clinical.models import Problem
from clinical.tests.acting import assert_refused, sql
from clinical.tests.factories import ProblemFactory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture
from emr_site.tests.factories import signed
from reception.merging import merge_patients, undo_merge
from reception.models import PatientMerge
from reception.tests.factories import PatientFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
INSERT = (
    "INSERT INTO Problem (patient_id, description, onset_on, onset_as, status, resolved_on)"
    " VALUES (%s, 'x', %s, %s, %s, %s)"
)


@pytest.fixture
def dead():
    """Who lived from 1950 to May of 2020."""
    return PatientFactory(date_of_birth=date(1950, 6, 15), deceased_on=date(2020, 5, 10))


@pytest.mark.parametrize(
    ("onset_as", "resolved_on", "rule"),
    [
        ("2020-05-11", None, "problem_onset_after_death"),
        ("2020-06", None, "problem_onset_after_death"),
        ("1950-06-14", None, "problem_onset_before_birth"),
        ("1950-05", None, "problem_onset_before_birth"),
        ("1949", None, "problem_onset_before_birth"),
        ("2999", None, "problem_onset_in_future"),
        (None, "2020-05-11", "problem_resolved_after_death"),
        (None, "1950-06-14", "problem_resolved_before_birth"),
        (None, "2999-01-01", "problem_resolved_in_future"),
        ("2019-03-14", "2019-03-13", "problem_resolved_after_onset"),
    ],
)
def test_it_lies_within_the_life_of_the_patient(dead, onset_as, resolved_on, rule):
    onset_on = onset_as and f"{onset_as}-01-01"[:10]
    status = "resolved" if resolved_on else "active"
    columns = {"onset_as": onset_as, "onset_on": onset_on, "status": status, "resolved_on": resolved_on}
    row = ProblemFactory(patient=dead)
    assert_refused(
        rule,
        lambda: ProblemFactory(patient=dead, description="y", **columns),
        sql(INSERT, dead.pk, onset_on, onset_as, status, resolved_on),
        lambda: Problem.objects.filter(pk=row.pk).update(**columns),
    )


@pytest.mark.parametrize("onset_as", ["1950", "1950-06", "1950-06-15", "2020", "2020-05", "2020-05-10"])
def test_the_year_or_month_of_birth_or_death_is_within_it(dead, onset_as):
    assert ProblemFactory(patient=dead, onset_as=onset_as, onset_on=f"{onset_as}-01-01"[:10]).pk


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"description": " "}, "problem_described"),
        ({"status": "gone"}, "problem_status_known"),
        ({"status": "resolved"}, "problem_resolved_has_day"),
        ({"resolved_on": "2020-01-01"}, "problem_resolved_has_day"),
        ({"onset_as": "2019"}, "problem_onset_whole"),
        ({"onset_as": "2019-02", "onset_on": "2019-03-01"}, "problem_onset_is_its_day"),
        ({"onset_as": "20", "onset_on": "2019-03-01"}, "problem_onset_is_its_day"),
        ({"voided_at": "2020-01-01 00:00:00Z"}, "problem_void_whole"),
        ({"voided_at": "2020-01-01 00:00:00Z", "void_reason": " "}, "problem_void_reason_not_blank"),
        ({"icd10_code_id": "E99.9"}, "problem_icd10_code"),
    ],
)
def test_the_database_takes_no_nonsense(columns, rule):
    assert_refused(rule, lambda: ProblemFactory(**columns))


def test_a_visit_is_the_patients_own():
    visit = VisitFactory()
    assert_refused("problem_visit", lambda: ProblemFactory(visit=visit))
    assert ProblemFactory(visit=visit, patient=visit.patient).visit == visit


@pytest.mark.usefixtures("icd10")
def test_it_is_on_the_list_once_until_it_is_voided():
    patient = PatientFactory()
    coded = ProblemFactory(patient=patient, icd10_code_id="E11.9")
    words = ProblemFactory(patient=patient, description="Tired")
    assert_refused("problem_code_once", lambda: ProblemFactory(patient=patient, icd10_code_id="E11.9"))
    assert_refused("problem_words_once", lambda: ProblemFactory(patient=patient, description="TIRED"))
    with signed():
        Problem.objects.filter(pk__in=[coded.pk, words.pk]).update(voided_at=timezone.now(), void_reason="x")
    assert ProblemFactory(patient=patient, icd10_code_id="E11.9").pk
    assert ProblemFactory(patient=patient, description="Tired").pk


def test_what_is_over_stands_beside_what_has_come_again():
    row = ProblemFactory(description="Sinusitis", status="resolved", resolved_on=day(-9))
    again = ProblemFactory(patient=row.patient, description="Sinusitis")
    reopen = "UPDATE Problem SET status = 'active', resolved_on = NULL WHERE problem_id = %s"
    assert_refused("problem_words_once", sql(reopen, row.pk))
    with signed():
        Problem.objects.filter(pk=again.pk).update(status="resolved", resolved_on=day(-1))
        sql(reopen, row.pk)()


@pytest.mark.usefixtures("icd10")
def test_a_code_is_told_by_its_title():
    patient = PatientFactory()
    insert = "INSERT INTO Problem (patient_id, description, icd10_code) VALUES (%s, %s, 'E11.9')"
    assert_refused("problem_told_by_its_code", sql(insert, patient.pk, "broken toe"))
    with signed():
        sql(insert, patient.pk, "Type 2 diabetes mellitus without complications")()


@pytest.mark.usefixtures("icd10")
def test_what_was_recorded_stays():
    row = ProblemFactory(icd10_code_id="E11.9")
    other = PatientFactory()
    for column in ("icd10_code = 'I10'", "description = 'x'", "recorded_at = '2020-01-01'", "icd10_code = NULL"):
        change = sql(f"UPDATE Problem SET {column} WHERE problem_id = %s", row.pk)
        assert_refused("problem_is_what_was_recorded", change)
    assert_refused("problem_patient_cannot_change", sql("UPDATE Problem SET patient_id = %s", other.pk))
    with signed():
        Problem.objects.filter(pk=row.pk).update(voided_at=timezone.now(), void_reason="x")
    assert_refused("problem_is_voided", sql("UPDATE Problem SET voided_at = NULL, void_reason = NULL"))
    with pytest.raises(Exception, match="denied"):
        sql("DELETE FROM Problem")()


def test_a_death_recorded_since_does_not_keep_a_wrong_problem(dead):
    row = ProblemFactory(onset_as=str(day(-3)), onset_on=day(-3))
    with signed():
        type(row.patient).objects.filter(pk=row.patient_id).update(deceased_on=day(-9))
        Problem.objects.filter(pk=row.pk).update(voided_at=timezone.now(), void_reason="x")
    row.refresh_from_db()
    assert row.void_reason == "x"


@pytest.mark.django_db(transaction=True)
def test_the_lists_of_two_records_of_one_person_become_one_and_two_again(cast):
    kept, merged = PatientFactory(), PatientFactory()
    ProblemFactory(patient=kept, description="Both have it")
    same = ProblemFactory(patient=merged, description="Both have it")
    own = ProblemFactory(patient=merged, description="Of the other")
    with signed():
        merge_id = merge_patients(kept.pk, merged.pk, reason="One person")
    assert set(kept.problems.values_list("description", flat=True)) == {"Both have it", "Of the other"}
    # Both rows are kept, one of them live: the other's words stand in its note.
    same.refresh_from_db()
    assert same.patient_id == kept.pk
    assert kept.problems.filter(description="Both have it").live().count() == 1
    with signed():
        undo_merge(PatientMerge.objects.get(pk=merge_id))
    for row in (own, same):
        row.refresh_from_db()
        assert (row.patient_id, row.voided_at) == (merged.pk, None)
