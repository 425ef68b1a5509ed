"""Every page of the chart, as somebody sees it, judged by axe and at 320 px."""

import pytest

from emr_site.tests.every_page import faults_as_seen_by, readers_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("role", readers_of("clinical"))
def test_each_page_is_accessible(cast, visit_as, role):
    assert faults_as_seen_by(role, "clinical", cast, visit_as) == []
