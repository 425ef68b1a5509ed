"""The first sign-in of a new installation."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from audit.models import AuditLog

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def _password_given(monkeypatch):
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", PASSWORD)


@pytest.mark.usefixtures("_password_given")
def test_it_creates_an_administrator_who_may_open_the_back_office(capsys):
    call_command("create_administrator", "root", family_name="Root")
    user = User.objects.get(username="root")
    assert user.is_staff
    assert not user.is_superuser
    assert user.role_names == "Administrator"
    assert user.check_password(PASSWORD)
    assert "root may now sign in" in capsys.readouterr().out
    assert AuditLog.objects.get(table_name="Users", record_id=user.pk, action="C").user_name == "create_administrator"


def test_it_asks_for_the_password_twice(monkeypatch):
    answers = iter([PASSWORD, PASSWORD])
    monkeypatch.setattr("accounts.management.commands.create_administrator.getpass", lambda prompt: next(answers))
    call_command("create_administrator", "root")
    assert User.objects.get(username="root").check_password(PASSWORD)


def test_it_refuses_two_different_passwords(monkeypatch):
    answers = iter([PASSWORD, "another"])
    monkeypatch.setattr("accounts.management.commands.create_administrator.getpass", lambda prompt: next(answers))
    with pytest.raises(CommandError, match="differ"):
        call_command("create_administrator", "root")


@pytest.mark.usefixtures("_password_given")
def test_it_refuses_a_name_that_is_taken(cast):
    assert cast.rosa
    with pytest.raises(CommandError, match="already exists"):
        call_command("create_administrator", "rosa")


def test_it_refuses_a_weak_password(monkeypatch):
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", "root")
    with pytest.raises(CommandError, match="at least 12"):
        call_command("create_administrator", "root")
    assert not User.objects.exists()
