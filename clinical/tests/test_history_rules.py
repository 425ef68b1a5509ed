"""What the database takes of a patient's history: days within their life, and what was said kept to the letter."""

from datetime import date

import pytest

from clinical.models import SmokingStatus, SurgicalHistory
from clinical.tests.acting import assert_refused, chart_url, send, sql
from clinical.tests.factories import FamilyHistoryFactory, SocialHistoryFactory, SurgicalHistoryFactory
from emr_site.tests.factories import signed
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
OPERATED = "INSERT INTO SurgicalHistory (patient_id, operation, done_on, done_on_precision) VALUES (%s, 'x', %s, %s)"
STOPPED = "INSERT INTO SmokingStatus (patient_id, status, quit_on) VALUES (%s, 'former', %s)"
OUTSIDE = [
    ("1850-01-01", "history_before_birth"),
    ("1950-06-14", "history_before_birth"),
    ("2020-05-11", "history_after_death"),
    ("2090-01-01", "history_in_future"),
]


@pytest.fixture
def dead():
    """Who lived from 1950 to May of 2020."""
    return PatientFactory(date_of_birth=date(1950, 6, 15), deceased_on=date(2020, 5, 10))


@pytest.mark.parametrize(("when", "rule"), OUTSIDE)
def test_it_lies_within_the_life_of_the_patient(dead, when, rule):
    assert_refused(
        rule,
        lambda: SurgicalHistory.objects.create(patient=dead, operation="x", done_on=when, done_on_precision="day"),
        sql(OPERATED, dead.pk, when, "day"),
        lambda: SmokingStatus.objects.create(patient=dead, status="former", quit_on=when),
        sql(STOPPED, dead.pk, when),
    )


@pytest.mark.parametrize(
    ("when", "precision"), [("1950-01-01", "year"), ("1950-06-30", "month"), ("2020-12-31", "year"), (None, None)]
)
def test_the_year_or_month_of_birth_or_death_is_within_it(dead, when, precision):
    with signed():
        sql(OPERATED, dead.pk, when, precision)()
    assert_refused("history_before_birth", sql(OPERATED, dead.pk, "1950-05-31", "month"))


def test_the_form_says_so(cast):
    ann, client = cast.ann_record, cast.browse_as(cast.ned)
    typed = {"operation": "appendectomy", "done_on": "1/1/1860"}
    response = send(client, chart_url("add_surgical_history", ann), **typed)
    assert response.status_code == 422
    assert "This is before the patient was born." in response.content.decode()


def test_who_never_smoked_smokes_no_packs_a_day(cast):
    ann, client = cast.ann_record, cast.browse_as(cast.ned)
    insert = "INSERT INTO SmokingStatus (patient_id, status, packs_per_day) VALUES (%s, 'never', 1)"
    assert_refused("smoking_status_packs_by_smoker", sql(insert, ann.pk))
    response = send(client, chart_url("add_smoking_history", ann), status="never", packs_per_day="1")
    assert response.status_code == 422
    assert "Who has never smoked smokes no packs a day." in response.content.decode()


@pytest.mark.parametrize(
    ("make", "column"),
    [(FamilyHistoryFactory, "illness"), (SocialHistoryFactory, "words"), (SurgicalHistoryFactory, "operation")],
)
def test_a_change_of_case_or_accents_is_a_change(make, column):
    row = make(**{column: "Ménière"})
    for words in ("MÉNIÈRE", "Meniere"):
        change = f"UPDATE {row._meta.db_table} SET {column} = %s WHERE patient_id = %s"
        assert_refused("history_is_kept", sql(change, words, row.patient.pk))
