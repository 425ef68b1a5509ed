"""manage.py seed_demo: the same practice for the same seed, under the same rules as everybody."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, transaction

from emr_site.demo import bulk, practice
from emr_site.demo.contributions import contributions
from emr_site.demo.practice import Practice
from emr_site.demo.seed import seed
from reception.models import Message

pytestmark = pytest.mark.usefixtures("quick_passwords")
A_MONDAY = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
# Given by the server, one after the other, whatever the seed.
NUMBERED_BY_THE_SERVER = {
    "provider_exception_id",
    "holiday_id",
    "room_stay_id",
    "consent_id",
    "mrn",
    "user_id",
    "insurance_id",
    "provider_hours_id",
    "patient_phone_id",
    "patient_contact_id",
    "patient_photo_id",
    "clinical_id",
    "prescription_id",
    "test_id",
    "check_in_code_id",
}
# What signing writes bears the moment of the signature, which nobody but the database says.
NOT_OF_NOW = {"ClinicalCare": " WHERE visit_id NOT IN (SELECT visit_id FROM Note)"}
WRITERS = ("seed_demo", "doctor1", "trainee1")


@pytest.fixture(scope="module")
def module_tables():
    return [table for part in contributions() for table in part.tables]


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}{NOT_OF_NOW.get(table, '')}")
        names = [column[0] for column in cursor.description]
        kept = [index for index, name in enumerate(names) if name not in NUMBERED_BY_THE_SERVER]
        return sorted(repr([row[index] for index in kept]) for row in cursor.fetchall())


def count(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def made(tables, **options):
    """All rows of a practice that is taken back at once."""
    with transaction.atomic():
        seed(Practice(patients=60, now=A_MONDAY, **options))
        rows = {table: rows_of(table) for table in tables}
        transaction.set_rollback(True)
    return rows


def test_it_makes_the_same_practice_for_the_same_seed(db, module_tables):
    assert made(module_tables, seed=1) == made(module_tables, seed=1)


def test_it_makes_another_practice_for_another_seed(db, module_tables):
    one, other = made(module_tables, seed=1), made(module_tables, seed=2)
    assert one["Patient"] != other["Patient"]
    assert one["Room"] == other["Room"]


def test_it_keeps_the_first_systems_rows_under_their_ids_and_names(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    assert count("SELECT name FROM Patient WHERE patient_id = 8") == "Keerthi Shetty"
    assert count("SELECT name FROM Provider WHERE provider_id = 4") == "Dr. Srinivas Nayak"
    assert count("SELECT room_id FROM Room WHERE room_number = 107") == 8
    assert count("SELECT discharge_diagnosis FROM ClinicalCare WHERE clinical_id = 6 AND visit_id = 6") == "Anemia"
    assert str(count("SELECT amount FROM Billing WHERE billing_id = 5")) == "835.75"
    assert count("SELECT COUNT(*) FROM Insurance WHERE patient_id <= 8") == 8


def test_it_ties_the_sample_logins_to_their_roles_and_records(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    users = get_user_model().objects.in_bulk(field_name="username")
    roles = {name: user.role_names for name, user in users.items()}
    assert roles == {
        "reception1": "Receptionist", "doctor1": "Doctor", "patient1": "Patient", "staff1": "Staff",
        "nurse1": "Nurse", "trainee1": "Trainee", "locum1": "Locum", "reports1": "Report reader",
        "admin1": "Administrator",
    }  # fmt: skip
    assert all(user.check_password("password123") for user in users.values())
    assert users["doctor1"].provider.family_name == "Chen"
    assert users["nurse1"].provider.family_name == "Adeyemi"
    assert users["patient1"].patient.pk == 1


def test_it_leaves_an_audit_row_for_every_row(db, module_tables):
    before = count("SELECT COALESCE(MAX(audit_id), 0) FROM Audit_Log")
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    for table in [*module_tables, "Users"]:
        entries = count(
            "SELECT COUNT(*) FROM Audit_Log WHERE audit_id > %s AND table_name = %s AND action = 'C'"
            " AND user_name IN %s", before, table, WRITERS,
        )  # fmt: skip
        assert entries == count(f"SELECT COUNT(*) FROM {table}") > 0, table


def test_it_shows_what_is_signed_and_what_waits(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    assert count("SELECT COUNT(*) FROM Addendum") == 1
    assert count("SELECT COUNT(*) FROM NoteSignature WHERE needs_cosignature AND signed_by_username = 'trainee1'") == 1
    assert count("SELECT COUNT(*) FROM CarriedText WHERE read_at IS NULL") == 1
    call_command("verify_signatures")


def test_it_moves_claims_along_the_allowed_path(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    settled = count("SELECT COUNT(*) FROM Billing WHERE insurance_claim_status IN ('Approved', 'Rejected')")
    moves = count("SELECT COUNT(*) FROM Audit_Log WHERE table_name = 'Billing' AND action = 'U'")
    assert moves > settled > 0


def test_it_makes_languages_kin_pictures_and_somebody_unknown(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    assert count("SELECT COUNT(DISTINCT language) FROM Patient") > 3
    assert count("SELECT COUNT(*) FROM Patient WHERE city IS NOT NULL AND postal_code IS NOT NULL") > 30
    assert count("SELECT COUNT(*) FROM PatientContact WHERE is_next_of_kin = 1") > 20
    assert count("SELECT COUNT(*) FROM PatientPhone WHERE for_reminders = 1") >= 1
    assert count("SELECT COUNT(*) FROM PatientPhoto") >= 5
    assert count("SELECT given_name FROM Patient WHERE unknown_since IS NOT NULL") == "Patient 22-Nov 21:40"


def test_it_writes_to_patients_and_leaves_the_desk_something_to_do(db):
    seed(Practice(patients=60, seed=1, now=A_MONDAY))
    states = {(purpose, state) for purpose, state in Message.objects.values_list("purpose", "state")}
    assert {
        ("appointment_reminder", "sent"), ("appointment_reminder", "failed"), ("appointment_reminder", "unclear"),
        ("appointment_booked", "sent"), ("appointment_booked", "queued"),
    } <= states  # fmt: skip
    assert count("SELECT COUNT(*) FROM Message WHERE state = 'sent'") == count("SELECT COUNT(*) FROM OutboxDelivery")
    assert count("SELECT COUNT(*) FROM AppointmentAnswer WHERE is_waiting = 1") == 3
    assert count("SELECT COUNT(*) FROM Appointment WHERE desk_note IS NOT NULL") == 3
    assert "{" not in Message.objects.order_by("id").first().body


@pytest.mark.django_db(transaction=True)
def test_it_writes_a_very_large_practice_in_chunks_under_the_same_rules(monkeypatch):
    monkeypatch.setattr(practice, "RICH_CHARTS", 50)
    monkeypatch.setattr(bulk, "CHUNK", 30)
    progress = []
    seed(Practice(patients=150, seed=1, now=A_MONDAY), progress=progress.append)
    assert sum(progress) == 150
    assert count("SELECT COUNT(*) FROM Patient") == 150
    assert count("SELECT COUNT(DISTINCT mrn) FROM Patient") == 150
    assert (
        count("SELECT MAX(visits) FROM (SELECT COUNT(*) AS visits FROM Visit GROUP BY patient_id) AS each_one") > 1000
    )
    for table in ("Patient", "Insurance", "Visit", "ClinicalCare", "Billing"):
        entries = count("SELECT COUNT(*) FROM Audit_Log WHERE table_name = %s AND action = 'C'", table)
        assert entries == count(f"SELECT COUNT(*) FROM {table}"), table
