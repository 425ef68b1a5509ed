"""What does not fit its column is said in the form, and never a page of its own."""

import pytest
from django import forms
from django.db import connection

from clinical.tests.factories import AllergyFactory, VitalSignsFactory
from emr_site.refusals import went_through
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


class Loose(forms.Form):
    """A form that forgot a limit."""

    substance = forms.CharField()


def written(statement, *values):
    def write():
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    form = Loose({"substance": "x"})
    with signed():
        assert not went_through(form, write, {})
    return form.errors


def test_it_says_a_text_that_is_too_long_at_its_field():
    row = AllergyFactory()
    errors = written("UPDATE Allergy SET substance = %s WHERE allergy_id = %s", "x" * 151, row.pk)
    assert errors == {"substance": ["This text is longer than can be kept. Shorten it: substance."]}


def test_it_says_a_number_that_is_too_large_of_the_form_that_lacks_the_field():
    row = VitalSignsFactory()
    insert = "INSERT INTO VitalSigns (patient_id, taken_at, pulse_per_min) VALUES (%s, NOW(), 40000)"
    errors = written(insert, row.patient_id)
    assert errors == {"__all__": ["This number is larger than any that can be. Check it: pulse per min."]}
