"""manage.py adopt on damaged visits, records, prescriptions, tests and bills."""

import pytest

from billing.tests.adopting import DATABASES, adopted, findings, reasons, rows, value
from billing.tests.adoption_sources import GENERATION_A, GENERATION_B, some

pytestmark = pytest.mark.django_db(databases=DATABASES)
CHART_A = some(GENERATION_A, "Patient", "Provider", "Visit", "ClinicalCare", "Billing")
CHART_B = some(GENERATION_B, "Patient", "Provider", "Visit", "Prescription", "Test", "Billing")
ROWS_A = (
    "INSERT INTO Patient (Patient_ID, Name, Date_of_Birth) VALUES (1, 'Ann Hale', '1980-01-01'), (2, 'Bo', NULL);\n"
    "INSERT INTO Provider (Provider_ID, Name) VALUES (1, 'Dr. Chidi Okafor');\n"
    "INSERT INTO Visit VALUES (1, 1, 1, '2020-01-01', '10:00', 'Cough'), (2, 1, 1, '2020-02-01', NULL, NULL);\n"
)
ROWS_B = (
    "INSERT INTO Patient (PatientID, Name, DOB) VALUES (1, 'Ann Hale', '1980-01-01'), (2, 'Bo', NULL);\n"
    "INSERT INTO Provider (ProviderID, Name) VALUES (1, 'Dr. Chidi Okafor');\n"
    "INSERT INTO Visit VALUES (1, 1, 1, '2020-01-01', '10:00', 'Main building');\n"
)


def of_a(table, *values):
    """What became of these rows of generation A beside a sound chart."""
    report = adopted("SET sql_mode = '';\n" + CHART_A, ROWS_A, f"INSERT INTO {table} VALUES {', '.join(values)};\n")
    return report[table]


def of_b(table, *values):
    report = adopted("SET sql_mode = '';\n" + CHART_B, ROWS_B, f"INSERT INTO {table} VALUES {', '.join(values)};\n")
    return report[table]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("(3, 1, 1, '2999-01-01', '10:00', 'Cough')", "visit_in_future"),
        ("(3, 1, 1, '1979-12-31', '10:00', 'Cough')", "visit_before_birth"),
        ("(3, 1, 1, NULL, '10:00', 'Cough')", "visit_date_missing"),
        ("(3, 1, 1, '0000-00-00', '10:00', 'Cough')", "visit_date_missing"),
        ("(3, 9, 1, '2020-01-01', '10:00', 'Cough')", "visit_patient"),
        ("(3, NULL, 1, '2020-01-01', '10:00', 'Cough')", "patient_missing"),
        ("(3, 1, 9, '2020-01-01', '10:00', 'Cough')", "visit_provider"),
        ("(3, 1, NULL, '2020-01-01', '10:00', 'Cough')", "provider_missing"),
    ],
)
def test_it_sets_an_impossible_visit_aside(values, reason):
    assert of_a("Visit", values) == (3, 2, 1, 0)
    assert reasons() == [reason]
    assert findings().get().original_row["Reason"] == "Cough"


def test_it_says_every_defect_of_a_row_that_is_set_aside():
    of_a("Visit", "(3, 9, 1, '2020-01-01', '-10:00:00', 'Cough')")
    kept = findings().get()
    assert kept.reason == "visit_patient"
    assert kept.explanation == "The patient it belongs to is not there. timeofappointment is not a time of day."


def test_it_places_a_visit_without_a_time():
    assert of_a("Visit", "(3, 1, 1, '2020-01-01', NULL, NULL)") == (3, 3, 0, 0)


@pytest.mark.parametrize(
    ("values", "reason"),
    [("(1, 9, NULL, 'Cough', NULL, NULL, NULL)", "clinical_record_visit"),
     ("(1, NULL, NULL, 'Cough', NULL, NULL, NULL)", "visit_missing")],
)  # fmt: skip
def test_it_sets_an_orphan_record_aside(values, reason):
    assert of_a("ClinicalCare", values) == (1, 0, 1, 0)
    assert reasons() == [reason]


def test_it_keeps_the_second_record_of_a_visit_as_a_finding():
    rows_of_one_visit = ["(1, 1, NULL, 'Cough', NULL, NULL, NULL)", "(2, 1, NULL, 'Fever', NULL, NULL, NULL)"]
    assert of_a("ClinicalCare", *rows_of_one_visit) == (2, 1, 1, 0)
    kept = findings().get()
    assert (kept.reason, kept.original_row["Signs_And_Symptoms"]) == ("clinical_record_once_a_visit", "Fever")


def test_it_keeps_a_record_whose_room_is_missing():
    assert of_a("ClinicalCare", "(1, 1, 77, 'Cough', NULL, NULL, NULL)") == (1, 1, 0, 1)
    assert rows("SELECT clinical_id, room_id, signs_and_symptoms FROM ClinicalCare") == [(1, None, "Cough")]
    assert reasons() == ["clinical_record_room"]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("(1, 9, 370.00, '2021-10-01', 'Cash')", "billing_visit"),
        ("(1, NULL, 370.00, '2021-10-01', 'Cash')", "billing_patient"),
        ("(1, 1, -370.00, '2021-10-01', 'Cash')", "billing_amount_not_negative"),
        ("(1, 1, NULL, '2021-10-01', 'Cash')", "amount_missing"),
    ],
)
def test_it_sets_an_orphan_or_senseless_bill_aside(values, reason):
    assert of_a("Billing", values) == (1, 0, 1, 0)
    kept = findings().get()
    assert (kept.reason, kept.source_table.lower(), kept.source_id) == (reason, "billing", "1")
    assert kept.original_row["Payment_Type"] == "Cash"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("(1, 9, NULL, 370.00, 'Pending')", "billing_patient"),
        ("(1, 1, 9, 370.00, 'Pending')", "billing_visit"),
        ("(1, 2, 1, 370.00, 'Pending')", "billing_visit"),
    ],
)
def test_it_sets_a_bill_aside_that_disagrees_about_its_patient(values, reason):
    assert of_b("Billing", values) == (1, 0, 1, 0)
    assert reasons() == [reason]


def test_it_places_a_bill_that_names_only_its_patient():
    assert of_b("Billing", "(1, 2, NULL, 370.00, 'Approved')") == (1, 1, 0, 0)
    assert rows("SELECT patient_id, visit_id, insurance_claim_status FROM Billing") == [(2, None, "Approved")]


def test_it_notes_a_bill_dated_in_the_future_or_paid_with_something_unknown():
    assert of_a("Billing", "(1, 1, 5, '2999-01-01', 'Cash')", "(2, 1, 5, '2020-01-01', 'Check')") == (2, 2, 0, 2)
    assert reasons() == ["date_in_future", "unknown_word"]
    assert value("SELECT payment_type FROM Billing WHERE billing_id = 2") is None


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("(1, 9, 'Aspirin', NULL, NULL)", "prescription_patient"),
        ("(1, 1, NULL, '1 daily', NULL)", "medication_missing"),
    ],
)
def test_it_sets_a_prescription_aside_that_is_nobodys_or_of_nothing(values, reason):
    assert of_b("Prescription", values) == (1, 0, 1, 0)
    assert reasons() == [reason]


@pytest.mark.parametrize(
    ("values", "reason"),
    [("(1, 9, 'X-ray', NULL, NULL)", "test_visit"), ("(1, 1, NULL, 'Normal', NULL)", "type_missing")],
)
def test_it_sets_a_test_aside_that_is_no_visits_or_of_nothing(values, reason):
    assert of_b("Test", values) == (1, 0, 1, 0)
    assert reasons() == [reason]


@pytest.mark.parametrize(("day", "reason"), [("2999-01-01", "test_in_future"), ("1979-12-31", "test_before_birth")])
def test_it_keeps_what_a_test_found_without_its_impossible_date(day, reason):
    assert of_b("Test", f"(1, 1, 'X-ray', 'Normal', '{day}')") == (1, 1, 0, 1)
    assert rows("SELECT type, results, date FROM Test") == [("X-ray", "Normal", None)]
    kept = findings().get()
    assert (kept.reason, kept.original_row["Date"]) == (reason, day)


def test_it_balances_whatever_is_wrong():
    report = adopted(
        "SET sql_mode = '';\n" + CHART_A,
        ROWS_A,
        "INSERT INTO Visit VALUES (3, 9, 9, NULL, NULL, NULL), (4, 2, 1, '2999-01-01', NULL, NULL);\n"
        "INSERT INTO ClinicalCare (Clinical_ID, Visit_ID) VALUES (1, 1), (2, 1), (3, 3), (4, 4);\n"
        "INSERT INTO Billing (Billing_ID, Visit_ID, Amount) VALUES (1, 1, 5), (2, 3, 5), (3, 4, NULL), (4, 2, -1);\n",
    )
    for table, numbers in report.numbers.items():
        assert numbers["read"] == numbers["written"] + numbers["set aside"], table
        assert findings(source_table=table, placed_id=None).count() == numbers["set aside"], table
    assert sum(numbers["set aside"] for numbers in report.numbers.values()) == 2 + 3 + 3
