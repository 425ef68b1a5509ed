"""Logs that carry no patient data."""

import logging
import sys

import pytest

from emr_site.logs import CarefulFormatter, NoQueryString


def written(message, *args, error=None):
    record = logging.LogRecord("django.server", logging.INFO, __file__, 1, message, args, error)
    NoQueryString().filter(record)
    return CarefulFormatter("{message}", style="{").format(record)


def test_it_cuts_the_query_string_of_a_request():
    line = written('"%s" %s %s', "GET /patients/?q=smith HTTP/1.1", "200", "512")
    assert line == '"GET /patients/ HTTP/1.1" 200 512'


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/a/1828-301.xxJ3/confirm/", "/a/*/confirm/"),
        ("/o/12.abc/", "/o/*/"),
        ("/check-in/5-6.t/", "/check-in/*/"),
        ("/calendar/deadbeef.ics", "/calendar/*"),
        ("/patients/5/a/", "/patients/5/a/"),
    ],
)
def test_it_keeps_no_address_that_opens_something(path, kept):
    assert written('"%s" %s', f"GET {path} HTTP/1.1", "200") == f'"GET {kept} HTTP/1.1" 200'


def test_it_keeps_an_ordinary_line_as_it_is():
    assert written("Migrated %d tables", 12) == "Migrated 12 tables"


def test_it_names_the_error_and_its_place_without_its_message():
    try:
        raise ValueError("Duplicate entry 'Ann Ashby'")
    except ValueError:
        line = written("Internal Server Error: %s", "/patients/", error=sys.exc_info())
    assert "builtins.ValueError" in line
    assert "test_logs.py" in line
    assert "Ann Ashby" not in line
