"""What the tests of adoption ask for."""

import pytest


@pytest.fixture
def quick_passwords(settings):
    """A hash that costs nothing: what is tested is that passwords are hashed, not how slowly."""
    settings.PASSWORD_HASHERS = ["emr_site.tests.hashers.QuickArgon2Hasher"]
