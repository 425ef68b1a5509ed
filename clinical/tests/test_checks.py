"""An installation without the list of diagnoses is told so."""

import pytest

from clinical.checks import diagnoses_can_be_found
from clinical.models import Icd10Code

pytestmark = pytest.mark.django_db


def found(settings, *, production):
    settings.PRODUCTION = production
    return [warning.id for warning in diagnoses_can_be_found(["default"])]


def test_it_warns_of_an_empty_list_in_production(settings):
    assert found(settings, production=True) == ["clinical.W001"]
    assert found(settings, production=False) == []


def test_it_is_content_with_a_list(settings):
    Icd10Code.objects.create(code="I10", title="Hypertension", is_billable=True, search_text="", search_rank=1)
    assert found(settings, production=True) == []
