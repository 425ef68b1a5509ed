"""The tests' own ground: what one test commits, the next does not find."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import TransactionTestCase

from emr_site.sessions import SessionStore
from emr_site.tests import database


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_it_empties_the_tables_that_a_transactional_test_filled(transactional_db, time):
    store = SessionStore()
    store.save()
    assert Session.objects.count() == 1


@pytest.mark.django_db
def test_it_keeps_what_a_migration_made():
    assert Group.objects.exists()


@pytest.mark.django_db
def test_it_works_with_the_pages_rights():
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_USER(), DATABASE()")
        user, name = cursor.fetchone()
    assert not user.startswith("emr_owner")
    assert name.startswith("test_")


def test_it_rebuilds_when_a_schema_file_changes(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    (tmp_path / "sql" / "reception").mkdir(parents=True)
    rule = tmp_path / "sql" / "reception" / "Rule.sql"
    rule.write_text("-- one")
    before = database.schema_hash()
    rule.write_text("-- two")
    assert database.schema_hash() != before


def test_it_lets_denials_and_reports_be_used_beside_a_test():
    assert TransactionTestCase.databases == {"default", "denials", "reports"}


def test_it_never_gives_a_process_of_its_own_the_database_in_use(db, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://web:a%40b@db.example:3307/clinic?ssl_ca=/ca.pem")
    monkeypatch.delenv("REPORTS_DATABASE_URL", raising=False)
    given, name = database.environment(DEBUG="True"), connection.settings_dict["NAME"]
    assert given["DATABASE_URL"] == f"mysql://web:a%40b@db.example:3307/{name}?ssl_ca=/ca.pem"
    assert (given["EMR_DATABASE"], given["DEBUG"]) == (name, "True")
    assert "REPORTS_DATABASE_URL" not in given
