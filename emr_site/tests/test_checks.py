"""A server that does not hold the rules is refused, and settings that would lead patients astray."""

from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from django.core.management import call_command

from emr_site import checks


def server_that_says(row, monkeypatch, check=checks.foreign_keys_hold):
    cursor = MagicMock()
    cursor.__enter__.return_value.fetchone.return_value = row
    monkeypatch.setattr(checks, "connections", {"default": SimpleNamespace(cursor=lambda: cursor)})
    return check(["default"])


@pytest.mark.parametrize("row", [None, ("innodb_native_foreign_keys", "ON")])
def test_it_takes_a_server_that_holds_its_foreign_keys(row, monkeypatch):
    assert server_that_says(row, monkeypatch) == []


def test_it_refuses_one_that_lets_references_to_nothing_in(monkeypatch):
    (error,) = server_that_says(("innodb_native_foreign_keys", "OFF"), monkeypatch)
    assert "innodb_native_foreign_keys=ON" in error.hint


@pytest.mark.parametrize(("row", "found"), [((1,), []), ((0,), ["emr_site.E005"]), ((None,), ["emr_site.E005"])])
def test_it_refuses_a_server_whose_clock_is_not_in_utc(row, found, monkeypatch):
    assert [error.id for error in server_that_says(row, monkeypatch, checks.clock_is_utc)] == found


@pytest.mark.django_db
def test_the_server_of_the_tests_is_one():
    call_command("check", databases=["default"])


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000",
        "https://localhost",
        "https://[::1]:8443",
        "http://emr.clinic.example",
        "emr.clinic.org",
        "",
    ],
)
def test_it_refuses_links_that_lead_elsewhere_or_can_be_listened_to(url, settings):
    settings.SITE_URL = url
    assert [error.id for error in checks.links_lead_here(None)] == ["emr_site.E002"]
    settings.DEBUG = True
    assert checks.links_lead_here(None) == []


def test_it_takes_links_by_tls_to_the_clinics_own_name(settings):
    settings.SITE_URL = "https://emr.clinic.example"
    assert checks.links_lead_here(None) == []


@pytest.mark.parametrize(
    ("transport", "url", "found"),
    [
        ("email+sms", "", 1),
        ("sms", "http://sms.example/send", 1),
        ("sms", "https://sms.example/send", 0),
        ("outbox", "", 0),
    ],
)
def test_it_refuses_text_messages_in_the_clear(transport, url, found, settings):
    settings.MESSAGE_TRANSPORT, settings.SMS_URL = transport, url
    assert len(checks.text_messages_are_private(None)) == found


@pytest.mark.parametrize(
    ("country", "found"), [("GB", []), ("ES", []), ("UK", ["emr_site.E004"]), ("", ["emr_site.E004"])]
)
def test_it_refuses_a_country_in_which_nobody_dials(country, found, settings):
    settings.CLINIC_COUNTRY = country
    assert [error.id for error in checks.country_is_known(None)] == found
