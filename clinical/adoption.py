"""How clinical records, prescriptions and tests of the first system move in."""

from django.db import connections

from emr_site.adoption.tables import AdoptedTable, register

# A record is worth keeping without its room.
NO_ROOM = {"clinical_record_room": "room_id"}
# And a test without its date: what it found is what counts.
NO_DATE = {"test_in_future": "date", "test_before_birth": "date"}


def taken_last(rows):
    """The rows whose number a record has already come last: the new one that they get must not be another row's."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT clinical_id FROM ClinicalCare")
        taken = {str(number) for (number,) in cursor.fetchall()}
    return sorted(rows, key=lambda row: row.number in taken) if taken else rows


def clinical_record(row):
    """ClinicalCare of one generation and ClinicalRecord of the other are the same thing."""
    return {
        "clinical_id": row.integer("clinicalid", "recordid"),
        "visit_id": row.integer("visitid"),
        "room_id": row.integer("roomid"),
        "signs_and_symptoms": row.text("signsandsymptoms", "symptoms"),
        "discharge_diagnosis": row.text("dischargediagnosis", "diagnosis"),
        "prescriptions": row.text("prescriptions"),
        "tests_and_procedures": row.text("testsandprocedures"),
        "notes": row.text("notes"),
    }


def prescription(row):
    return {
        "prescription_id": row.integer("prescriptionid"),
        "patient_id": row.integer("patientid"),
        "medication": row.text("medication", limit=255),
        "dosage": row.text("dosage", limit=100),
        "instructions": row.text("instructions"),
    }


def test(row):
    return {
        "test_id": row.integer("testid"),
        "visit_id": row.integer("visitid"),
        "type": row.text("type", limit=255),
        "results": row.text("results"),
        "date": row.date("date"),
    }


def record_table(source, order, generation):
    return AdoptedTable(
        source,
        "ClinicalCare",
        "clinical_id",
        clinical_record,
        order,
        generation,
        optional=NO_ROOM,
        renumbered=True,
        prepare=taken_last,
    )


register(
    record_table("clinicalcare", 50, "A"),
    record_table("clinicalrecord", 51, "B"),
    AdoptedTable("prescription", "Prescription", "prescription_id", prescription, 50, "B"),
    AdoptedTable("test", "Test", "test_id", test, 50, "B", optional=NO_DATE),
    explanations={
        "clinical_record_once_a_visit": "The visit already has its clinical record.",
        "clinical_record_visit": "The visit it belongs to is not there.",
        "clinical_record_room": "The room it names is not there; the record reads without a room.",
        "prescription_patient": "The patient it belongs to is not there.",
        "test_visit": "The visit it belongs to is not there.",
        "test_in_future": "The test is dated in the future; it reads without a date.",
        "test_before_birth": "The test is dated before the patient's birth; it reads without a date.",
    },
)
