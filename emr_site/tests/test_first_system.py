"""What called the first system's database can call this one: its procedures, views and triggers are all there."""

from datetime import time
from decimal import Decimal

import pytest
from django.db import connection

from emr_site.db import call
from emr_site.tests.factories import signed
from emr_site.tests.first_system import AUDITED, PROCEDURES, VIEWS
from reception.models import Patient, Provider
from reception.tests.factories import day

pytestmark = pytest.mark.django_db


def asked(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_it_has_the_38_procedures_with_their_parameters_in_order(owner):
    owner.execute(
        "SELECT r.routine_name, COALESCE(GROUP_CONCAT(SUBSTRING(p.parameter_name, 3) ORDER BY p.ordinal_position"
        " SEPARATOR ' '), '') FROM information_schema.routines AS r LEFT JOIN information_schema.parameters AS p"
        " ON p.specific_schema = r.routine_schema AND p.specific_name = r.specific_name"
        " WHERE r.routine_schema = DATABASE() AND r.routine_type = 'PROCEDURE' GROUP BY r.routine_name"
    )
    assert len(PROCEDURES) == 38
    assert PROCEDURES.items() <= dict(owner.fetchall()).items()


def test_it_has_the_5_views_whose_columns_come_first(owner):
    for view, columns in VIEWS.items():
        owner.execute(f"SELECT * FROM {view} LIMIT 0")
        assert " ".join(column[0] for column in owner.description).startswith(columns)


def test_it_has_the_12_triggers_on_their_tables(owner):
    owner.execute(
        "SELECT trigger_name, event_object_table, CONCAT(action_timing, ' ', event_manipulation)"
        " FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
    )
    found = {(name, table.lower(), moment) for name, table, moment in owner.fetchall()}
    wanted = {
        (f"Before{verb.title()}{noun}", table.lower(), f"BEFORE {verb}")
        for noun, table in AUDITED.items()
        for verb in ("UPDATE", "DELETE")
    }
    assert len(wanted) == 12
    assert wanted <= found


def test_each_view_procedure_shows_its_row(cast):
    cast.call_everyone()
    for procedure, argument, key, row in (
        ("ViewPatient", "patient_id", "patient_id", cast.ann_record),
        ("ViewAppointment", "appointment_id", "appointment_id", cast.ann_appointment),
        ("ViewBilling", "billing_id", "billing_id", cast.ann_billing),
        ("ViewClinicalRecord", "record_id", "clinical_id", cast.ann_clinical_record),
        ("ViewPrescription", "prescription_id", "prescription_id", cast.ann_prescription),
        ("ViewTest", "test_id", "test_id", cast.ann_test),
        ("ViewVisit", "visit_id", "visit_id", cast.ann_visit),
        ("ViewProvider", "provider_id", "provider_id", cast.okafor_provider),
    ):
        assert [shown[key] for shown in call(procedure, **{argument: row.pk})] == [row.pk], procedure
        assert call(procedure, **{argument: 10**15}) == []


def test_each_list_procedure_shows_its_rows(cast):
    cast.call_everyone()
    ann = cast.ann_record.pk
    assert [row["appointment_id"] for row in call("ViewAppointmentByPatient", patient_id=ann)] == [
        cast.ann_appointment.pk
    ]
    assert [row["medication"] for row in call("ViewPrescriptionsByPatient", patient_id=ann)] == [
        cast.ann_prescription.medication
    ]
    for procedure, table in (
        ("ViewAllPatients", "Patient"),
        ("ViewAllBillingInfo", "Billing"),
        ("ViewAllClinicalRecords", "ClinicalCare"),
    ):
        assert len(call(procedure)) == asked(f"SELECT COUNT(*) FROM {table}")[0][0]


def test_a_patient_is_changed_by_name_as_one_and_keeps_its_parts_when_that_stays(cast):
    with signed():
        (made,) = call(
            "CreatePatient", name="Maria de Souza", dob="1980-08-14", gender="F", contact="555-0101", address="A"
        )
        patient = Patient.objects.get(pk=made["patient_id"])
        Patient.objects.filter(pk=patient.pk).update(given_name="Maria", family_name="de Souza")
        same = {"patient_id": patient.pk, "name": "Maria de Souza", "dob": "1980-08-14", "gender": "F"}
        call("UpdatePatient", **same, contact="555-0102", address="B")
        patient.refresh_from_db()
        assert (patient.given_name, patient.family_name, patient.sex) == ("Maria", "de Souza", "female")
        assert (patient.phone_number, patient.address) == ("555-0102", "B")
        call("UpdatePatient", **same | {"name": "Ann Able", "gender": "M"}, contact=None, address=None)
        patient.refresh_from_db()
        assert (patient.given_name, patient.family_name, patient.sex) == ("Ann", "Able", "male")
        call("DeletePatient", patient_id=patient.pk)
    assert not Patient.objects.filter(pk=patient.pk).exists()


def test_a_provider_is_written_by_procedures():
    with signed():
        (made,) = call("CreateProvider", name="Dr. Ida Idle", specialty="Eyes", contact="1")
        provider = Provider.objects.get(pk=made["provider_id"])
        call("UpdateProvider", provider_id=provider.pk, name="Dr. Ida Busy", specialty="Ears", contact="2")
        provider.refresh_from_db()
        assert (provider.name, provider.specialization, provider.contact) == ("Dr. Ida Busy", "Ears", "2")
        call("DeleteProvider", provider_id=provider.pk)
    assert not Provider.objects.filter(pk=provider.pk).exists()


def test_a_visit_and_what_belongs_to_it_are_written_by_procedures(cast):
    ann, provider = cast.ann_record.pk, cast.okafor_provider.pk
    when = {"patient_id": ann, "provider_id": provider, "date": day(-1), "time": time(9), "facility": "Main"}
    with signed():
        visit = call("CreateVisit", **when)[0]["visit_id"]
        call("UpdateVisit", visit_id=visit, **when | {"facility": "Branch"})
        test = call("CreateTest", visit_id=visit, type="X-ray", results=None, date=None)[0]["test_id"]
        call("UpdateTest", test_id=test, visit_id=visit, type="X-ray", results=None, date=day(-1))
        bill = call("CreateBilling", patient_id=ann, visit_id=visit, amount=Decimal(10), claim_status="Pending")
        assert call("ViewVisit", visit_id=visit)[0]["facility"] == "Branch"
        assert call("ViewTest", test_id=test)[0]["date"] == day(-1)
        call("DeleteBilling", billing_id=bill[0]["billing_id"])
        call("DeleteTest", test_id=test)
        call("DeleteVisit", visit_id=visit)
    assert call("ViewVisit", visit_id=visit) == []
