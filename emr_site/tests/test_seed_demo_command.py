"""The command seed_demo: what it says, and where it loads nothing."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from emr_site.demo.seed import is_empty
from reception.models import Patient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]


def test_it_loads_through_the_command_and_names_the_sign_ins():
    said = StringIO()
    call_command("seed_demo", patients=60, stdout=said)
    assert "60 patients" in said.getvalue()
    assert "doctor1" in said.getvalue()
    assert Patient.objects.count() == 60


def test_it_refuses_a_database_that_holds_rows(cast):
    assert cast.ann_record
    with pytest.raises(CommandError, match="already holds rows"):
        call_command("seed_demo", patients=60)
    assert Patient.objects.count() == 1


def test_it_leaves_quietly_when_told_if_empty(cast):
    assert cast.ann_record
    said = StringIO()
    call_command("seed_demo", if_empty=True, stdout=said)
    assert said.getvalue() == ""
    assert Patient.objects.count() == 1


def test_it_refuses_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not loaded in production"):
        call_command("seed_demo", if_empty=True)
    assert is_empty()


def test_it_refuses_too_few_patients():
    with pytest.raises(CommandError, match="50 or more"):
        call_command("seed_demo", patients=3)
