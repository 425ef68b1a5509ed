"""Sample logins in production."""

import pytest

from accounts.checks import no_sample_logins
from accounts.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings):
    settings.PRODUCTION = True


@pytest.mark.usefixtures("production")
def test_it_finds_a_login_whose_password_everybody_knows():
    UserFactory(username="admin1", role="Administrator", password="password123")
    UserFactory(username="doctor1", role="Doctor", password="a-password-of-her-own")
    UserFactory(username="nurse1", role="Nurse", password="password123", is_active=False)
    (error,) = no_sample_logins(["default"])
    assert error.msg == "Everybody knows the password of admin1."


@pytest.mark.usefixtures("production")
def test_it_finds_nothing_where_nobody_has_one():
    assert no_sample_logins(["default"]) == []


def test_it_lets_the_demonstration_be():
    UserFactory(username="admin1", role="Administrator", password="password123")
    assert no_sample_logins(["default"]) == []
