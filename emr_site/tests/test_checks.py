"""A server that does not hold the rules is refused."""

from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from django.core.management import call_command

from emr_site import checks


def server_that_says(row, monkeypatch):
    cursor = MagicMock()
    cursor.__enter__.return_value.fetchone.return_value = row
    monkeypatch.setattr(checks, "connections", {"default": SimpleNamespace(cursor=lambda: cursor)})
    return checks.foreign_keys_hold(["default"])


@pytest.mark.parametrize("row", [None, ("innodb_native_foreign_keys", "ON")])
def test_it_takes_a_server_that_holds_its_foreign_keys(row, monkeypatch):
    assert server_that_says(row, monkeypatch) == []


def test_it_refuses_one_that_lets_references_to_nothing_in(monkeypatch):
    (error,) = server_that_says(("innodb_native_foreign_keys", "OFF"), monkeypatch)
    assert "innodb_native_foreign_keys=ON" in error.hint


@pytest.mark.django_db
def test_the_server_of_the_tests_is_one():
    call_command("check", databases=["default"])
