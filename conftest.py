"""What every test may ask for; the browser's fixtures stand in emr_site/tests/browser.py."""

import os

import pytest

from emr_site.tests import database

# Playwright runs an event loop in the test's thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = ["emr_site.tests.browser", "emr_site.tests.cast", "reception.tests.merging"]


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker):
    """A migrated database of this process; every alias uses it, each with the rights of its own account."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock(), database.prepared(worker):
        yield


@pytest.fixture(scope="session", autouse=True)
def _ways_of_the_house():
    """Denials and reports have connections of their own, and a transactional test empties the tables it filled."""
    from django.test import TransactionTestCase

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "databases", {"default", "denials", "reports"})
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: database.clean_tables())
    yield
    patch.undo()


@pytest.fixture
def owner(db):
    """A cursor of the owner on a connection of its own: it does not see what the test has not committed."""
    with database.owner_cursor() as cursor:
        yield cursor


@pytest.fixture
def quick_passwords(settings):
    """A hash that costs nothing: what is tested is that passwords are hashed, not how slowly."""
    settings.PASSWORD_HASHERS = ["emr_site.tests.hashers.QuickArgon2Hasher"]
