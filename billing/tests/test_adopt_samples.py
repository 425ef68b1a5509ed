"""manage.py adopt on the sample rows of both generations and of a mixture of them."""

import pytest

from billing.tests.adopting import DATABASES, adopted, findings, rows, value
from billing.tests.adoption_sources import (
    GENERATION_A,
    GENERATION_B,
    MORE_ROWS_B,
    sample_rows_a,
    sample_rows_b,
    some,
)

pytestmark = [pytest.mark.django_db(databases=DATABASES), pytest.mark.usefixtures("quick_passwords")]


def mixture():
    return (
        some(GENERATION_A, "Patient", "Room", "ClinicalCare"),
        some(GENERATION_B, "Provider", "Visit", "ClinicalRecord", "Billing"),
        sample_rows_a("Patient", "Room"),
        sample_rows_b("Provider", "Visit"),
        "INSERT INTO ClinicalCare (Clinical_ID, Visit_ID, Tests_And_Procedures) VALUES (1, 1, 'Blood Test');\n"
        "INSERT INTO ClinicalRecord (RecordID, VisitID, Notes) VALUES (1, 2, 'Seen again'), (2, 3, 'Seen once');\n",
        sample_rows_b("Billing"),
    )


@pytest.fixture
def of_a():
    return adopted(GENERATION_A, sample_rows_a())


@pytest.fixture
def of_b():
    return adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)


@pytest.fixture
def of_both():
    return adopted(*mixture())


def test_it_recognises_generation_a(of_a):
    assert of_a.text.startswith("Generation A\n")


def test_it_prints_what_became_of_the_rows_of_generation_a(of_a):
    assert of_a["Patient"] == of_a["Provider"] == of_a["Room"] == of_a["Insurance"] == (8, 8, 0, 0)
    # The sample's seventh visit is three years before its patient's birth, and takes its record and its bill along.
    assert of_a["Visit"] == of_a["ClinicalCare"] == of_a["Billing"] == (8, 7, 1, 0)


def test_it_keeps_every_id_and_value_of_generation_a(of_a):
    assert rows("SELECT name, CAST(date_of_birth AS CHAR), sex, gender, phone_number, emergency_contact, address"
                " FROM Patient WHERE patient_id = 6") == [
        ("Keerthana Kumari", "1934-05-01", "female", "Female", "789-605-4317", "Chadini Kumari",
         "987 Birch Boulevard, Cincinnati, OH - 29567")
    ]  # fmt: skip
    assert value("SELECT name FROM Provider WHERE provider_id = 4") == "Dr. Srinivas Nayak"
    assert value("SELECT insurance_details FROM Insurance WHERE insurance_id = 5 AND patient_id = 5") == (
        "Humana - Plan 44667"
    )
    assert value("SELECT room_id FROM Room WHERE room_number = 107 AND room_services = 'Orthopedics'") == 8
    assert rows("SELECT patient_id, provider_id, CAST(date AS CHAR), CAST(time AS CHAR), reason FROM Visit"
                " WHERE visit_id = 8") == [(5, 5, "2002-06-30", "15:30:00", "Problem related to brain")]  # fmt: skip
    assert rows("SELECT patient_id, visit_id, CAST(amount AS CHAR), payment_type FROM Billing"
                " WHERE billing_id = 5") == [(7, 5, "835.75", "Debit")]  # fmt: skip


def test_it_keeps_the_free_texts_of_generation_a(of_a):
    assert rows("SELECT room_id, signs_and_symptoms, discharge_diagnosis, prescriptions, tests_and_procedures"
                " FROM ClinicalCare WHERE clinical_id = 2 AND visit_id = 2") == [
        (2, "Knee Pain", "Arthritis", "Ibuprofen", "X-Ray")
    ]  # fmt: skip


def test_it_keeps_the_samples_impossible_visit_whole(of_a):
    kept = {each.source_table.lower(): each for each in findings()}
    assert set(kept) == {"visit", "clinicalcare", "billing"}
    assert kept["visit"].reason == "visit_before_birth"
    assert kept["visit"].original_row == {
        "Visit_ID": "7", "Patient_ID": "8", "Provider_ID": "3", "Date_Of_Appointment": "2008-01-04",
        "Time_Of_Appointment": "13:00:00", "Reason": "Chemotherapy",
    }  # fmt: skip


def test_it_recognises_generation_b(of_b):
    assert of_b.text.startswith("Generation B\n")


def test_it_prints_what_became_of_the_rows_of_generation_b(of_b):
    assert of_b["Patient"] == of_b["Provider"] == (8, 8, 0, 0)
    assert of_b["Visit"] == of_b["ClinicalRecord"] == of_b["Billing"] == (8, 7, 1, 0)
    assert of_b["Appointment"] == of_b["Users"] == (4, 4, 0, 0)
    assert of_b["Prescription"] == of_b["Test"] == of_b["Audit_Log"] == (2, 2, 0, 0)


def test_it_keeps_every_id_and_value_of_generation_b(of_b):
    assert rows("SELECT name, CAST(date_of_birth AS CHAR), sex, gender, phone_number, address FROM Patient"
                " WHERE patient_id = 2") == [
        ("Arjun Reddy", "1990-02-28", "male", "Male", "798-959-4930", "456 Oak Avenue, Washington DC, VA - 22209")
    ]  # fmt: skip
    assert rows("SELECT name, specialization, contact FROM Provider WHERE provider_id = 1") == [
        ("Dr. Justin White", "Oncology", "444-1122")
    ]
    assert rows("SELECT signs_and_symptoms, notes FROM ClinicalCare WHERE clinical_id = 6 AND visit_id = 6") == [
        ("Fatigue, Weakness", "Blood Test")
    ]
    assert rows("SELECT patient_id, medication, visit_id FROM Prescription ORDER BY prescription_id") == [
        (1, "B-Complex", None), (2, "ibuprofen", None)
    ]  # fmt: skip
    assert rows("SELECT visit_id, type, results FROM Test ORDER BY test_id") == [
        (1, "Blood test", "Normal"), (5, "X-ray", None)
    ]  # fmt: skip


def test_it_gives_bookings_the_time_until_the_next_one(of_b):
    assert rows("SELECT appointment_id, duration_minutes, status FROM Appointment ORDER BY appointment_id") == [
        (1, 10, "Completed"), (2, 15, "Completed"), (3, 15, "Scheduled"), (4, 15, "Cancelled")
    ]  # fmt: skip


def test_it_keeps_the_old_audit_entries_as_they_were_written(of_b):
    assert rows("SELECT operation_type, table_name, record_id, patient_id, user_name,"
                " JSON_VALUE(new_value, '$.as_written') FROM Audit_Log WHERE event = 'adopted' ORDER BY audit_id") == [
        ("UPDATE", "Patient", 1, 1, "first system", "Sachin Rafic, Male"),
        ("DELETE", "Billing", 9, None, "first system", None),
    ]  # fmt: skip


def test_it_recognises_a_mixture(of_both):
    assert of_both.text.startswith("A mixture of generations A and B\n")
    assert of_both["Patient"] == of_both["Provider"] == (8, 8, 0, 0)
    assert of_both["Visit"] == of_both["Billing"] == (8, 7, 1, 0)


def test_it_brings_the_records_of_both_generations_together(of_both):
    assert rows("SELECT visit_id, tests_and_procedures, notes FROM ClinicalCare ORDER BY visit_id") == [
        (1, "Blood Test", None), (2, None, "Seen again"), (3, None, "Seen once")
    ]  # fmt: skip


def test_it_gives_a_new_number_only_to_the_record_whose_own_is_taken(of_both):
    numbers = dict(rows("SELECT visit_id, clinical_id FROM ClinicalCare"))
    assert (numbers[1], numbers[3]) == (1, 2)
    moved = findings(source_table="ClinicalRecord").get()
    assert (moved.reason, moved.source_id, moved.placed_id) == ("id_taken", "1", numbers[2])


def test_it_leaves_an_audit_entry_for_every_row_signed_as_the_adoption(of_b):
    for table in ("Patient", "Provider", "Appointment", "Visit", "ClinicalCare", "Prescription", "Test", "Billing",
                  "Users", "Users_Group"):  # fmt: skip
        entries = value(
            "SELECT COUNT(*) FROM Audit_Log WHERE table_name = %s AND action = 'C' AND event = 'change'"
            " AND user_name = 'adopt' AND role = 'System'", table,
        )  # fmt: skip
        assert entries == value(f"SELECT COUNT(*) FROM {table}") > 0, table
