"""Every page of the desk, and of a patient alone, as somebody sees it, judged by axe and at 320 px."""

import pytest

from emr_site.tests.every_page import faults_as_seen_by, readers_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("role", readers_of("reception"))
def test_each_page_is_accessible(cast, visit_as, role):
    assert faults_as_seen_by(role, "reception", cast, visit_as) == []
