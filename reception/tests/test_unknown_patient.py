"""Somebody whom nobody knows is registered at one press, and identified later."""

import pytest
import time_machine
from django.urls import reverse

from audit.models import AuditLog
from clinical.tests.acting import audited, send, sql
from emr_site.tests.factories import signed
from reception.models import Patient

pytestmark = pytest.mark.django_db
URL = "/patients/unknown/"
KEY = {"idempotency_key": "7a0b7f6e-4a52-4a51-9a3b-3a3b1d3c2f11"}


@pytest.fixture
def rosa(cast):
    return cast.browse_as(cast.rosa)


@pytest.fixture
def unknown(rosa):
    response = rosa.post(URL, KEY)
    assert response.status_code == 302
    return Patient.objects.get(family_name="Unknown")


def test_it_registers_under_the_moment_of_arrival(cast):
    with time_machine.travel("2026-11-23 14:05:07", tick=False):
        cast.browse_as(cast.rosa).post(URL, KEY)
    unknown = Patient.objects.get(family_name="Unknown")
    assert unknown.given_name == "Patient 23-Nov 14:05:07"
    assert (unknown.sex, unknown.date_of_birth) == ("unknown", None)
    assert unknown.unknown_since is not None
    assert audited(unknown, "C", by=cast.rosa) == 1


def test_one_press_is_one_patient_however_often_it_arrives(rosa):
    assert len({rosa.post(URL, KEY).url for _ in range(3)}) == 1
    assert Patient.objects.filter(family_name="Unknown").count() == 1


def test_the_button_stands_on_the_list_and_in_the_registration(cast, rosa):
    for page in ("/patients/", "/patients/new/"):
        assert "Register unknown patient" in rosa.get(page).content.decode()
    assert "Register unknown patient" not in cast.browse_as(cast.ned).get("/patients/").content.decode()


def test_a_damaged_form_is_refused_with_a_sentence(rosa):
    response = rosa.post(URL, {"idempotency_key": "x"})
    assert response.status_code == 422
    assert "This form is damaged." in response.content.decode()
    assert not Patient.objects.filter(family_name="Unknown").exists()


def test_the_real_name_identifies(cast, rosa, unknown):
    page = reverse("reception:patient", args=[unknown.pk])
    assert "Unknown patient" in rosa.get(page).content.decode()
    assert "Identify" in rosa.get(page).content.decode()
    edit = reverse("reception:edit_patient", args=[unknown.pk])
    assert send(rosa, edit, phone_number="01632 960 111").status_code == 302
    unknown.refresh_from_db()
    assert unknown.unknown_since is not None
    assert send(rosa, edit, family_name="Hale", given_name="Zoë", date_of_birth="14/8/80").status_code == 302
    unknown.refresh_from_db()
    assert (unknown.unknown_since, unknown.name) == (None, "Zoë Hale")
    entry = AuditLog.objects.filter(table_name="Patient", record_id=unknown.pk, action="U").latest("id")
    assert entry.old_value["unknown_since"]
    assert entry.new_value["unknown_since"] is None
    assert "Unknown patient" not in rosa.get(page).content.decode()


def test_a_name_that_is_written_by_hand_identifies_too(unknown):
    with signed():
        sql("UPDATE Patient SET family_name = 'Hale' WHERE patient_id = %s", unknown.pk)()
    unknown.refresh_from_db()
    assert unknown.unknown_since is None
