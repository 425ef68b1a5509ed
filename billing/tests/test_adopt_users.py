"""manage.py adopt on users: passwords are hashed, roles become groups, and people sign in as before."""

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from billing.tests.adopting import DATABASES, adopted, findings, reasons, rows, value
from billing.tests.adoption_sources import GENERATION_B, sample_rows_b, some

in_one_transaction = pytest.mark.django_db(databases=DATABASES)
# Pages read what the command has committed.
committed = pytest.mark.django_db(transaction=True, databases=DATABASES)
USERS = some(GENERATION_B, "Users")
ROLE_OF = (
    "SELECT g.name FROM Users AS u JOIN Users_Group AS ug ON ug.user_id = u.user_id"
    " JOIN auth_group AS g ON g.id = ug.group_id WHERE u.username = %s"
)


@pytest.fixture(autouse=True)
def _quick(quick_passwords):
    pass


def users(*values):
    """Adopt users of generation B: (name, password, role)."""
    return adopted(USERS, [("INSERT INTO Users VALUES (%s, %s, %s)", each) for each in values])["Users"]


@in_one_transaction
def test_it_hashes_the_plain_text_passwords():
    adopted(USERS, sample_rows_b("Users"))
    hashes = [hashed for (hashed,) in rows("SELECT password FROM Users")]
    assert len(hashes) == 4
    assert all("password123" not in hashed and check_password("password123", hashed) for hashed in hashes)


@in_one_transaction
def test_it_turns_roles_into_groups():
    assert adopted(USERS, sample_rows_b("Users"))["Users"] == (4, 4, 0, 0)
    names = ("reception1", "doctor1", "patient1", "staff1")
    assert [value(ROLE_OF, name) for name in names] == ["Receptionist", "Doctor", "Patient", "Staff"]


@in_one_transaction
def test_it_reads_a_role_in_any_case():
    assert users(("rosa", "secret", " receptionist ")) == (1, 1, 0, 0)
    assert value(ROLE_OF, "rosa") == "Receptionist"


@in_one_transaction
@pytest.mark.parametrize("role", ["Wizard", "", None])
def test_it_gives_no_role_to_a_user_whose_role_is_unknown(role):
    assert users(("merlin", "secret", role)) == (1, 1, 0, 1)
    assert rows(ROLE_OF, "merlin") == []
    kept = findings().get()
    assert (kept.reason, kept.source_id, kept.original_row["Role"]) == ("unknown_role", "merlin", role)


@in_one_transaction
def test_it_never_keeps_a_plain_text_password_in_a_finding():
    users(("merlin", "secret", "Wizard"))
    kept = findings().get().original_row
    assert set(kept) == {"Username", "Password", "Role"}
    assert "secret" not in str(kept)
    assert check_password("secret", kept["Password"])


@in_one_transaction
@pytest.mark.parametrize("password", [None, ""])
def test_it_lets_nobody_in_without_a_password(password):
    assert users(("rosa", password, "Receptionist")) == (1, 1, 0, 1)
    assert value("SELECT password FROM Users").startswith("!")
    assert reasons() == ["password_missing"]


@in_one_transaction
@pytest.mark.parametrize("name", [None, "", " "])
def test_it_sets_a_user_without_a_name_aside(name):
    assert users((name, "secret", "Doctor")) == (1, 0, 1, 0)
    assert reasons() == ["username_missing"]


@in_one_transaction
def test_it_sets_the_second_user_of_one_name_aside():
    assert users(("rosa", "secret", "Receptionist"), ("Rosa", "other", "Doctor")) == (2, 1, 1, 0)
    assert value(ROLE_OF, "rosa") == "Receptionist"
    assert reasons() == ["users_username_taken"]


@committed
def test_it_lets_people_sign_in_as_before():
    adopted(USERS, sample_rows_b("Users"))
    for name in ("reception1", "doctor1", "patient1", "staff1"):
        client = Client()
        response = client.post(reverse("accounts:sign_in"), {"username": name, "password": "password123"})
        assert (response.status_code, response.url) == (302, reverse("home"))
        assert client.get(reverse("accounts:profile")).context["user"].username == name


@in_one_transaction
def test_it_opens_the_back_office_to_staff_alone():
    adopted(USERS, sample_rows_b("Users"))
    assert rows("SELECT username FROM Users WHERE is_staff") == [("staff1",)]
    assert rows("SELECT username FROM Users WHERE is_superuser OR NOT is_active") == []


@committed
def test_it_shows_nothing_to_a_user_without_a_role(client):
    adopted(USERS, "INSERT INTO Users VALUES ('merlin', 'secret', 'Wizard');\n")
    client.post(reverse("accounts:sign_in"), {"username": "merlin", "password": "secret"})
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert client.get(reverse("clinical:clinical_records")).status_code == 404
