"""With its note, a visit is locked: its day, its provider, its diagnoses and orders, whoever writes."""

import pytest
from django.db import DatabaseError, connection, transaction

from clinical.models import Prescription, Test, VisitDiagnosis
from clinical.tests.acting import assert_refused, chart_url, sql
from clinical.tests.factories import PrescriptionFactory, ProblemFactory, TestFactory, VisitDiagnosisFactory
from clinical.tests.notes import signed_by, written
from emr_site.db import call, refusal_code
from emr_site.tests.factories import signed
from reception.merging import merge_patients, undo_merge
from reception.models import PatientMerge, Visit
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(cast):
    """Signed, with a medicine, a test without results and a diagnosis."""
    visit = cast.ann_note_visit
    PrescriptionFactory(patient=cast.ann_record, visit=visit, medication="amoxicillin", dosage="500 mg")
    TestFactory(visit=visit, type="CRP", date=None)
    VisitDiagnosisFactory(visit=visit)
    signed_by(cast.okafor, written(visit))
    return visit


def test_it_refuses_another_day_provider_or_reason(cast, visit):
    assert_refused(
        "visit_is_signed",
        sql("UPDATE Visit SET date = date - INTERVAL 1 DAY WHERE visit_id = %s", visit.pk),
        sql("UPDATE Visit SET provider_id = %s WHERE visit_id = %s", cast.lund_provider.pk, visit.pk),
        sql("UPDATE Visit SET visit_id = 999999 WHERE visit_id = %s", visit.pk),
        sql("UPDATE Visit SET reason = 'Other' WHERE visit_id = %s", visit.pk),
        sql("UPDATE Visit SET time = '23:00' WHERE visit_id = %s", visit.pk),
    )
    with signed():
        Visit.objects.filter(pk=visit.pk).update(left_at="2026-11-24T10:00Z")


def test_it_refuses_what_would_change_a_medicine_and_lets_it_end(cast, visit):
    order = Prescription.objects.get(visit=visit)
    assert_refused(
        "note_is_signed",
        sql("UPDATE Prescription SET medication = 'warfarin' WHERE prescription_id = %s", order.pk),
        sql("UPDATE Prescription SET medication = 'Amoxicillin' WHERE prescription_id = %s", order.pk),
        sql("UPDATE Prescription SET dosage = '5 g' WHERE prescription_id = %s", order.pk),
        sql("UPDATE Prescription SET visit_id = NULL WHERE prescription_id = %s", order.pk),
        sql("DELETE FROM Prescription WHERE prescription_id = %s", order.pk),
        lambda: call("DeletePrescription", prescription_id=order.pk),
    )
    with signed():
        Prescription.objects.filter(pk=order.pk).update(ended_on=order.prescribed_on)


def test_it_refuses_a_further_medicine_or_diagnosis(cast, visit):
    loose = PrescriptionFactory(patient=cast.ann_record)
    problem = ProblemFactory(patient=cast.ann_record, description="Another")
    diagnosis = "INSERT INTO VisitDiagnosis (visit_id, patient_id, problem_id, diagnosis_rank) VALUES (%s, %s, %s, 2)"
    assert_refused(
        "note_is_signed",
        sql(
            "INSERT INTO Prescription (patient_id, visit_id, medication) VALUES (%s, %s, 'warfarin')",
            cast.ann_record.pk,
            visit.pk,
        ),
        sql("UPDATE Prescription SET visit_id = %s WHERE prescription_id = %s", visit.pk, loose.pk),
        sql(diagnosis, visit.pk, cast.ann_record.pk, problem.pk),
        sql("UPDATE VisitDiagnosis SET removed_at = UTC_TIMESTAMP(6) WHERE visit_id = %s", visit.pk),
    )
    assert_refused(
        "problem_is_what_was_recorded",
        sql("UPDATE Problem SET description = 'x' WHERE problem_id = %s", VisitDiagnosis.objects.get().problem_id),
    )


def test_a_tests_results_come_and_nothing_else_of_it_changes(visit):
    test = Test.objects.get(visit=visit)
    assert_refused(
        "note_is_signed",
        sql("UPDATE Test SET type = 'HIV' WHERE test_id = %s", test.pk),
        sql("UPDATE Test SET recorded_at = '2020-01-01' WHERE test_id = %s", test.pk),
        sql("DELETE FROM Test WHERE test_id = %s", test.pk),
    )
    assert_refused("test_moment_stays", sql("UPDATE Test SET recorded_at = '2099-01-01' WHERE test_id = %s", test.pk))
    with signed():
        Test.objects.filter(pk=test.pk).update(results="12 mg/l", date=visit.date)


def test_a_test_of_later_is_marked_so_however_it_is_dated(cast, visit):
    with signed():
        sql("INSERT INTO Test (visit_id, type, recorded_at) VALUES (%s, 'ESR', '2020-01-01')", visit.pk)()
    marked = Test.objects.filter(visit=visit).with_lock().order_by("id").values_list("type", "is_locked", "is_added")
    assert list(marked) == [("CRP", True, False), ("ESR", False, True)]
    page = cast.browse_as(cast.okafor).get(chart_url("clinical_record", cast.ann_record, visit)).content.decode()
    assert page.count("Added after the note was signed") == 1


def test_the_signed_page_offers_nothing_that_would_be_refused(cast, visit):
    page = cast.browse_as(cast.okafor).get(chart_url("visit", cast.ann_record, visit)).content.decode()
    assert "Remove" not in page
    assert "Prescribe without a visit" in page
    assert chart_url("prescribe_at_visit", cast.ann_record, visit) not in page
    page = cast.browse_as(cast.okafor).get(chart_url("diagnoses", cast.ann_record, visit)).content.decode()
    assert "Remove" not in page
    assert "Find diagnosis" not in page
    order = Prescription.objects.get(visit=visit)
    page = cast.browse_as(cast.okafor).get(chart_url("prescription", cast.ann_record, order)).content.decode()
    assert ">Change<" not in page
    assert ">End<" in page.replace("</svg>End", ">End")


def test_a_merge_still_moves_it_and_moves_it_back(cast, visit):
    kept = PatientFactory(given_name="Ann", family_name="Hale")
    with signed():
        merge_id = merge_patients(kept.pk, cast.ann_record.pk, reason="Same")
    assert Visit.objects.get(pk=visit.pk).patient_id == kept.pk
    with signed():
        undo_merge(PatientMerge.objects.get(pk=merge_id))
    assert Visit.objects.get(pk=visit.pk).patient_id == cast.ann_record.pk


@pytest.mark.parametrize("switch", ["foreign_key_checks", "unique_checks", "check_constraint_checks"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM Visit WHERE visit_id = %(visit)s",
        "DELETE FROM Patient WHERE patient_id = %(patient)s",
        "UPDATE Visit SET left_at = UTC_TIMESTAMP(6) WHERE visit_id = %(visit)s",
        "INSERT INTO VitalSigns (patient_id, taken_at, systolic_mmhg, diastolic_mmhg, blood_pressure_typed,"
        " blood_pressure_unit) VALUES (%(patient)s, UTC_TIMESTAMP(6), 1200, 80, '1200/80', 'mmHg')",
    ],
)
def test_the_pages_account_cannot_switch_the_rules_off(visit, switch, statement):
    with connection.cursor() as cursor:
        if switch == "check_constraint_checks" and not connection.mysql_is_mariadb:
            pytest.skip("MySQL has no such switch.")
        cursor.execute(f"SET {switch} = 0")
        try:
            with signed(), pytest.raises(DatabaseError) as refusal, transaction.atomic():
                cursor.execute(statement, {"visit": visit.pk, "patient": visit.patient_id})
        finally:
            cursor.execute(f"SET {switch} = 1")
    # Where the switch leaves the table's own rules on, they may be the first to refuse.
    assert refusal_code(refusal.value) in ("checks_are_off", "clinical_vital_systolic_range")


@pytest.mark.django_db(databases=["default", "denials", "owner"], transaction=True)
def test_a_transaction_that_began_before_the_signature_is_refused_too(cast):
    note = written(cast.ann_note_visit)
    order = PrescriptionFactory(patient=cast.ann_record, visit=note.visit)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SET @emr_user_name = 'somebody'")
            cursor.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT")
            signed_by(cast.okafor, note)
            with pytest.raises(DatabaseError) as refusal:
                cursor.execute("UPDATE Prescription SET dosage = 'x' WHERE prescription_id = %s", [order.pk])
    finally:
        other.close()
    assert refusal_code(refusal.value) == "note_is_signed"
