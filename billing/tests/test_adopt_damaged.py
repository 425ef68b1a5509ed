"""manage.py adopt on damaged people, rooms and bookings: each defect is kept with the whole row, nothing is dropped."""

import pytest

from billing.tests.adopting import DATABASES, adopted, findings, reasons, rows, value
from billing.tests.adoption_sources import GENERATION_A, GENERATION_B, some

pytestmark = pytest.mark.django_db(databases=DATABASES)
PEOPLE = (
    "INSERT INTO Patient (PatientID, Name, DOB) VALUES (1, 'Ann Hale', '1980-01-01'), (2, 'Bo Winter', NULL);\n"
    "INSERT INTO Provider (ProviderID, Name) VALUES (1, 'Dr. Chidi Okafor'), (2, 'Astrid Lund');\n"
)


def patient(*values):
    """Adopt one patient of generation A with these values after the number."""
    marks = ", ".join(["%s"] * len(values))
    insert = [(f"INSERT INTO Patient VALUES (5, {marks})", values)]
    return adopted(some(GENERATION_A, "Patient"), insert)


def bookings(*values):
    """Adopt appointments of generation B."""
    tables = some(GENERATION_B, "Patient", "Provider", "Appointment")
    return adopted("SET sql_mode = '';\n" + tables, PEOPLE, f"INSERT INTO Appointment VALUES {', '.join(values)};\n")


@pytest.mark.parametrize("name", [None, "", "   "])
def test_it_places_a_patient_without_a_name_and_says_so(name):
    report = patient(name, "555-0111", None, None, "Female", "1980-01-01")
    assert report["Patient"] == (1, 1, 0, 1)
    assert rows("SELECT patient_id, name FROM Patient") == [(5, "Name not recorded")]
    assert reasons() == ["name_missing"]


@pytest.mark.parametrize("phone", ["0111", "call Bo", "000000"])
def test_it_places_a_patient_whose_phone_is_none_and_says_so(phone):
    report = patient("Ann Hale", phone, None, None, "Female", "1980-01-01")
    assert report["Patient"] == (1, 1, 0, 1)
    assert rows("SELECT name, phone_number FROM Patient") == [("Ann Hale", None)]
    assert reasons() == ["patient_main_phone_is_one"]


def test_it_keeps_the_whole_row_as_json():
    patient(None, "555-0111", "Cy", "3 Elm Row – “Ärzte”", "12", "1980-01-01")
    assert [each.original_row for each in findings()] == 2 * [
        {"Patient_ID": "5", "Name": None, "Phone_Number": "555-0111", "Emergency_Contact": "Cy",
         "Address": "3 Elm Row – “Ärzte”", "Gender": "12", "Date_of_Birth": "1980-01-01"}
    ]  # fmt: skip


def test_it_takes_no_number_for_a_gender():
    assert patient("Ann Hale", None, None, None, "12", None)["Patient"] == (1, 1, 0, 1)
    assert rows("SELECT gender, sex FROM Patient") == [(None, "unknown")]
    assert reasons() == ["gender_unreadable"]


def test_it_keeps_a_written_gender_that_is_no_sex():
    patient("Ann Hale", None, None, None, "Nonbinary", None)
    assert rows("SELECT gender, sex FROM Patient") == [("Nonbinary", "unknown")]
    assert reasons() == []


@pytest.mark.parametrize("born", ["2999-01-01", "1066-10-14"])
def test_it_takes_no_birth_date_from_the_future_or_from_long_ago(born):
    assert patient("Ann Hale", None, None, None, None, born)["Patient"] == (1, 1, 0, 1)
    assert value("SELECT date_of_birth FROM Patient") is None
    assert reasons() == ["birth_date_implausible"]
    assert findings().get().original_row["Date_of_Birth"] == born


def test_it_reads_a_date_that_never_was():
    tables = "SET sql_mode = '';\n" + some(GENERATION_A, "Patient")
    adopted(tables, "INSERT INTO Patient VALUES (5, 'Ann Hale', NULL, NULL, NULL, NULL, '0000-00-00');\n")
    assert reasons() == ["not_a_date"]
    assert findings().get().original_row["Date_of_Birth"] == "0000-00-00"


def test_it_says_everything_that_is_wrong_with_a_row():
    assert patient(None, None, None, None, "99", "2999-01-01")["Patient"] == (1, 1, 0, 1)
    assert reasons() == ["name_missing", "gender_unreadable", "birth_date_implausible"]
    assert {(each.placed_table, each.placed_id) for each in findings()} == {("Patient", 5)}


def test_it_splits_a_title_and_a_name_as_the_practice_does():
    insert = "INSERT INTO Provider (ProviderID, Name) VALUES (1, 'dr. Maya Chen'), (2, 'Cher'), (3, ' Ann  B  Lee ');\n"
    adopted(some(GENERATION_B, "Provider"), insert)
    assert rows("SELECT prefix, given_name, family_name FROM Provider ORDER BY provider_id") == [
        ("dr.", "Maya", "Chen"), ("", "", "Cher"), ("", "Ann  B", "Lee")
    ]  # fmt: skip
    assert reasons() == ["name_spacing"]


@pytest.mark.parametrize(
    ("values", "reason"), [("(1, NULL, NULL, 'A', 'B')", "room_number_missing"),
                           ("(1, -4, NULL, 'A', 'B')", "room_number_positive")]
)  # fmt: skip
def test_it_sets_a_room_aside_that_has_no_number(values, reason):
    assert adopted(some(GENERATION_A, "Room"), f"INSERT INTO Room VALUES {values};\n")["Room"] == (1, 0, 1, 0)
    assert reasons() == [reason]


def test_it_notes_a_room_date_in_the_future():
    insert = "INSERT INTO Room VALUES (1, 101, '2999-01-01', NULL, NULL);\n"
    assert adopted(some(GENERATION_A, "Room"), insert)["Room"] == (1, 1, 0, 1)
    assert reasons() == ["date_in_future"]


@pytest.mark.parametrize(
    ("values", "reason"),
    [("(1, 9, 'Plan 1')", "insurance_patient"), ("(1, NULL, 'Plan 1')", "patient_missing"),
     ("(1, 1, NULL)", "insurance_details_missing")],
)  # fmt: skip
def test_it_sets_an_insurance_aside_that_is_nobodys_or_says_nothing(values, reason):
    tables = some(GENERATION_B, "Patient", "Provider") + some(GENERATION_A, "Insurance")
    report = adopted(tables, PEOPLE, f"INSERT INTO Insurance VALUES {values};\n")
    assert report["Insurance"] == (1, 0, 1, 0)
    assert reasons() == [reason]


def test_it_sets_aside_a_booking_that_overlaps_another():
    booked = bookings(
        "(1, 1, 1, '2031-05-05', '10:00', 'Scheduled')",
        "(2, 2, 1, '2031-05-05', '10:00', 'Scheduled')",
        "(3, 2, 1, '2031-05-05', '10:10', 'Scheduled')",
        "(4, 2, 1, '2031-05-05', '10:13', 'Scheduled')",
    )
    assert booked["Appointment"] == (4, 2, 2, 0)
    assert rows("SELECT appointment_id, duration_minutes FROM Appointment ORDER BY time") == [(1, 10), (3, 15)]
    assert [(each.source_id, each.reason, each.placed_id) for each in findings()] == [
        ("2", "slot_taken", None), ("4", "slot_taken", None)
    ]  # fmt: skip
    assert findings()[0].original_row["Time"] == "10:00:00"


def test_it_lets_a_cancelled_booking_and_another_provider_stand_beside():
    booked = bookings(
        "(1, 1, 1, '2031-05-05', '10:00', 'Scheduled')",
        "(2, 2, 1, '2031-05-05', '10:00', 'Cancelled')",
        "(3, 2, 2, '2031-05-05', '10:00', 'Scheduled')",
    )
    assert booked["Appointment"] == (3, 3, 0, 0)


def test_it_ends_a_late_booking_at_midnight():
    assert bookings("(1, 1, 1, '2031-05-05', '23:50', 'Scheduled')")["Appointment"] == (1, 1, 0, 0)
    assert value("SELECT duration_minutes FROM Appointment") == 10


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("(1, 9, 1, '2031-05-05', '10:00', 'Scheduled')", "appointment_patient"),
        ("(1, 1, 9, '2031-05-05', '10:00', 'Scheduled')", "provider_day_provider"),
        ("(1, 1, NULL, '2031-05-05', '10:00', 'Scheduled')", "provider_missing"),
        ("(1, 1, 1, NULL, '10:00', 'Scheduled')", "date_missing"),
        ("(1, 1, 1, '2031-05-05', NULL, 'Scheduled')", "time_missing"),
        ("(1, 1, 1, '2031-05-05', '123:00:00', 'Scheduled')", "time_missing"),
        ("(1, 1, 1, '2031-05-05', '23:58', 'Scheduled')", "appointment_within_one_day"),
    ],
)
def test_it_sets_an_impossible_booking_aside(values, reason):
    assert bookings(values)["Appointment"] == (1, 0, 1, 0)
    assert reasons() == [reason]


def test_it_leaves_nothing_of_a_row_that_is_set_aside():
    bookings("(1, 9, 1, '2031-05-05', '10:00', 'Scheduled')")
    assert value("SELECT COUNT(*) FROM ProviderDay") == 0
    assert value("SELECT COUNT(*) FROM Audit_Log WHERE table_name = 'Appointment'") == 0


@pytest.mark.parametrize("status", ["NULL", "'Lost'"])
def test_it_says_when_a_booking_had_no_status(status):
    assert bookings(f"(1, 1, 1, '2031-05-05', '10:00', {status})")["Appointment"] == (1, 1, 0, 1)
    assert value("SELECT status FROM Appointment") == "Scheduled"
    assert reasons() == ["word_missing"]
