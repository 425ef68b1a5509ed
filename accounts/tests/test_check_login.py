"""The procedure CheckLogin: an active user of a name and a role, with the password's hash."""

import pytest
from django.db import connection

from accounts.models import User
from accounts.procedures import check_login
from accounts.tests.factories import UserFactory
from clinical.tests.acting import assert_refused, sql
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


def test_it_finds_the_user_of_any_role(cast):
    rosa = cast.rosa
    expected = {"user_id": rosa.pk, "username": "rosa", "password": rosa.password, "role": "Receptionist"}
    assert check_login("rosa") == expected


def test_it_finds_the_user_of_the_role_that_is_asked_for(cast):
    rosa = cast.rosa
    assert check_login("rosa", role="Receptionist")["user_id"] == rosa.pk
    assert check_login("rosa", role="Doctor") is None


def test_it_gives_one_row_with_all_roles_in_words(cast):
    user = UserFactory(username="both", role="Nurse")
    with signed():
        user.groups.add(*cast.rosa.groups.all())
    assert check_login("both", role="Nurse")["role"] == "Nurse, Receptionist"


def test_it_finds_a_user_without_a_role():
    UserFactory(username="none")
    assert check_login("none")["role"] is None


def test_it_finds_nobody_for_an_unknown_or_far_too_long_name(cast):
    assert check_login("nobody") is None
    assert check_login("x" * 151) is None


def test_it_does_not_find_the_inactive(cast):
    with signed():
        User.objects.filter(pk=cast.rosa.pk).update(is_active=False)
    assert check_login("rosa") is None


def test_it_takes_no_password():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT parameter_name FROM information_schema.parameters"
            " WHERE specific_schema = DATABASE() AND specific_name = 'CheckLogin' ORDER BY ordinal_position"
        )
        assert [row[0] for row in cursor.fetchall()] == ["p_username", "p_role"]


@pytest.mark.parametrize("password", ["password123", "pa$$$word", "md5$salt$hash", "", "argon2$argon2i$v=19"])
def test_the_database_keeps_no_password_as_it_is(cast, password):
    rosa = cast.rosa
    assert_refused(
        "users_password_is_hashed",
        lambda: User.objects.filter(pk=rosa.pk).update(password=password),
        sql("UPDATE Users SET password = %s WHERE user_id = %s", password, rosa.pk),
    )
