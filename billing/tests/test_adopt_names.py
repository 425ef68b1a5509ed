"""manage.py adopt finds its tables and columns however they are written, and does without those that are missing."""

import pytest

from billing.tests.adopting import DATABASES, adopted, findings, reasons, rows, value
from billing.tests.adoption_sources import GENERATION_A, GENERATION_B, sample_rows_a, some

pytestmark = pytest.mark.django_db(databases=DATABASES)
PATIENT = "INSERT INTO {} VALUES (1, 'Ann Hale', '1980-01-01', 'Female', '01632 960 201', '3 Elm Row');\n"


def renamed(script, spelled):
    """The script and the sample rows with every table's name spelled another way."""
    for name in ("Patient", "Insurance", "Provider", "Room", "Visit", "ClinicalCare", "Billing"):
        script = script.replace(f"CREATE TABLE {name} (", f"CREATE TABLE {spelled(name)} (")
    yield from ((statement, None) for statement in script.split(";\n") if statement.strip())
    for statement, values in sample_rows_a():
        into, name, rest = statement.split(" ", 3)[1:]
        yield f"INSERT {into} {spelled(name)} {rest}", values


@pytest.mark.parametrize("spelled", [str.lower, str.upper, str.swapcase, lambda name: f"{name[0]}_{name[1:]}"])
def test_it_finds_tables_in_any_case(spelled):
    report = adopted(renamed(GENERATION_A, spelled))
    written = {name.replace("_", ""): numbers["written"] for name, numbers in report.numbers.items()}
    assert written == {
        "patient": 8, "insurance": 8, "provider": 8, "room": 8, "visit": 7, "clinicalcare": 7, "billing": 7
    }  # fmt: skip


def test_it_finds_columns_in_any_case():
    shouted = (
        some(GENERATION_B, "Patient").replace("PatientID", "PATIENTID").replace("ContactDetails", "contact_details")
    )
    adopted(shouted, PATIENT.format("Patient"))
    assert rows("SELECT patient_id, phone_number FROM Patient") == [(1, "01632 960 201")]


def test_it_does_without_missing_tables_and_names_them():
    report = adopted(some(GENERATION_A, "Patient", "Provider", "Visit"), sample_rows_a("Patient", "Provider", "Visit"))
    assert report["Visit"] == (8, 7, 1, 0)
    assert "Not there: insurance, room, clinicalcare, billing\n" in report.text


def test_it_names_no_missing_table_where_none_is():
    assert "Not there" not in adopted(GENERATION_A).text


def test_it_keeps_rows_whose_patient_table_is_missing():
    report = adopted(some(GENERATION_A, "Insurance"), sample_rows_a("Insurance"))
    assert report["Insurance"] == (8, 0, 8, 0)
    assert set(reasons()) == {"insurance_patient"}


def test_it_reads_two_tables_that_are_one_by_name():
    twins = GENERATION_B.replace("CREATE TABLE Visit (", "CREATE TABLE Pa_tient (PatientID INT, Name VARCHAR(9));\n"
                                 "CREATE TABLE Visit (")  # fmt: skip
    other = "INSERT INTO Pa_tient VALUES (1, 'Bo Winter'), (2, 'Cy Lee');\n"
    report = adopted(some(twins, "Patient", "Pa_tient"), PATIENT.format("Patient"), other)
    assert {table: numbers["read"] for table, numbers in report.numbers.items()} == {"patient": 1, "pa_tient": 2}
    assert reasons() == ["id_taken"]
    assert value("SELECT COUNT(*) FROM Patient") == 2


def test_it_sets_a_patient_aside_whose_number_another_has():
    """Its visits would be read as the other's."""
    twins = "CREATE TABLE Pa_tient (PatientID INT, Name VARCHAR(9));\n"
    twice = "INSERT INTO Pa_tient VALUES (1, 'Ann Hale'), (1, 'Bo Winter');\n"
    assert adopted(twins, twice)["Pa_tient"] == (2, 1, 1, 0)
    kept = findings().get()
    assert (kept.reason, kept.original_row["Name"]) == ("id_taken", "Bo Winter")


def test_it_keeps_what_both_generations_called_otherwise_in_one_table():
    both = (
        "CREATE TABLE Patient (Patient_ID INT, Name VARCHAR(99), Phone_Number VARCHAR(20), ContactDetails VARCHAR(20));"
    )
    one = "INSERT INTO Patient VALUES (1, 'Ann Hale', NULL, '555-0111'), (2, 'Bo Winter', '555-0222', '555-0333')"
    assert adopted(f"{both}\n{one};\n")["Patient"] == (2, 2, 0, 1)
    assert rows("SELECT phone_number FROM Patient ORDER BY patient_id") == [("555-0111",), ("555-0222",)]
    assert findings().get().original_row["ContactDetails"] == "555-0333"


def test_it_notes_the_value_of_a_column_that_has_no_place():
    adopted(
        "CREATE TABLE Patient (Patient_ID INT, Name VARCHAR(99), Shoe_Size INT);\n"
        "INSERT INTO Patient VALUES (1, 'Ann Hale', 38), (2, 'Bo Winter', NULL);\n"
    )
    kept = findings().get()
    assert (kept.reason, kept.source_id, kept.placed_id) == ("unknown_column", "1", 1)
    assert kept.original_row == {"Patient_ID": "1", "Name": "Ann Hale", "Shoe_Size": "38"}


def test_it_keeps_every_row_of_a_table_that_the_first_system_never_had():
    report = adopted(
        some(GENERATION_B, "Patient"),
        PATIENT.format("Patient"),
        "CREATE TABLE Recall (Recall_ID INT, Note VARCHAR(50));\nINSERT INTO Recall VALUES (4, 'Call in May');\n",
    )
    assert report["Recall"] == (1, 0, 1, 0)
    kept = findings().get()
    assert (kept.source_table.lower(), kept.reason) == ("recall", "unknown_table")
    assert kept.original_row == {"Recall_ID": "4", "Note": "Call in May"}


def test_it_reads_the_text_of_an_older_character_set():
    old = some(GENERATION_B, "Patient").replace("Address VARCHAR(255))", "Address VARCHAR(255)) CHARSET latin1")
    adopted(
        old, [("INSERT INTO Patient (PatientID, Name, Address) VALUES (1, %s, %s)", ["Zoë Müller", "Rue de l’Été"])]
    )
    assert rows("SELECT name, address FROM Patient") == [("Zoë Müller", "Rue de l’Été")]


def test_it_takes_no_view_for_a_table():
    view = "CREATE VIEW View_Patient_BasicInfo AS SELECT PatientID, Name FROM Patient;\n"
    report = adopted(some(GENERATION_B, "Patient"), PATIENT.format("Patient"), view)
    assert list(report.numbers) == ["patient"]
