"""Every table of the back office, as Ada sees it, judged by axe and at 320 px."""

import pytest

from emr_site.back_office.tests.test_lists import OURS, address
from emr_site.tests.every_page import faults_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_each_table_of_the_back_office_is_accessible(cast, visit_as):
    cast.call_everyone()
    page = visit_as(cast.ada, "/")
    rows = [(model, model.objects.first()) for model in OURS]
    urls = [address(model, "changelist") for model in OURS]
    urls += [address(model, "change", row.pk) for model, row in rows if row is not None]
    assert faults_of(page, urls) == []
