"""Correcting what is known of a patient, and taking one out of daily use."""

import pytest
from django.db import connection
from django.urls import reverse

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, audited, send, shown, sql
from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Patient
from reception.tests.factories import AppointmentFactory, PatientFactory, VisitFactory, day

pytestmark = pytest.mark.django_db


def url(name, patient):
    return reverse(f"reception:{name}", args=[patient.pk])


@pytest.fixture
def ann(cast):
    return cast.ann_record


def test_it_changes_what_was_changed_in_one_change(cast, ann):
    response = send(cast.browse_as(cast.rosa), url("edit_patient", ann), phone_number="01632 960 999", address="")
    assert response.url == url("patient", ann)
    ann.refresh_from_db()
    assert (ann.phone_number, ann.address, ann.given_name) == ("01632 960 999", None, "Ann")
    assert audited(ann, "U", by=cast.rosa) == 1


def test_it_writes_nothing_where_nothing_changed(cast, ann):
    assert send(cast.browse_as(cast.rosa), url("edit_patient", ann)).status_code == 302
    assert not AuditLog.objects.filter(table_name="Patient", record_id=ann.pk, action="U").exists()


def test_it_shows_both_when_someone_saved_meanwhile(cast, ann):
    client = cast.browse_as(cast.rosa)
    form = shown(client, url("edit_patient", ann)) | {"phone_number": "01632 960 111"}
    with signed():
        Patient.objects.filter(pk=ann.pk).update(phone_number="01632 960 222", email="ann@example.org")
    response = client.post(url("edit_patient", ann), form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "01632 960 111" in page
    assert "01632 960 222" in page
    ann.refresh_from_db()
    assert ann.phone_number == "01632 960 222"
    again = {field.html_name: field.value() or "" for field in response.context["form"]}
    assert client.post(url("edit_patient", ann), again).status_code == 302
    ann.refresh_from_db()
    assert (ann.phone_number, ann.email) == ("01632 960 111", "ann@example.org")


def test_it_takes_no_form_of_another_patient(cast, ann):
    client = cast.browse_as(cast.rosa)
    form = shown(client, url("edit_patient", ann)) | {"phone_number": "01632 960 111"}
    response = client.post(url("edit_patient", cast.bo_record), form)
    assert response.status_code == 409
    assert "01632 960 111" in response.content.decode()
    assert not Patient.objects.filter(phone_number="01632 960 111").exists()


def test_it_keeps_what_was_typed_and_the_banner_as_it_is(cast, ann):
    response = send(cast.browse_as(cast.rosa), url("edit_patient", ann), given_name="Wrong", date_of_birth="1/1/2150")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Wrong"' in page
    assert "HALE, Wrong" not in page


def test_it_refuses_a_birth_after_a_visit_in_the_databases_words(cast, ann):
    VisitFactory(patient=ann, date=day(-400))
    response = send(cast.browse_as(cast.rosa), url("edit_patient", ann), date_of_birth=str(day(-3)))
    assert response.status_code == 422
    assert "before the patient&#x27;s birth" in response.content.decode()


def test_it_refuses_a_death_before_the_birth(cast, ann):
    assert send(cast.browse_as(cast.rosa), url("edit_patient", ann), deceased_on="1/1/1960").status_code == 422


def test_it_asks_nobody_to_invent_a_birth_date(cast):
    unknown = PatientFactory(date_of_birth=None)
    response = send(cast.browse_as(cast.rosa), url("edit_patient", unknown), phone_number="01632 960 111")
    assert response.status_code == 302


def test_it_deactivates_and_makes_active_again(cast, ann):
    client = cast.browse_as(cast.rosa)
    AppointmentFactory(patient=ann)
    assert "1 coming appointment stays booked" in client.get(url("deactivate_patient", ann)).content.decode()
    assert send(client, url("deactivate_patient", ann)).status_code == 302
    ann.refresh_from_db()
    assert ann.deactivated_at
    assert "Deactivated" in client.get(url("patient", ann)).content.decode()
    assert send(client, url("reactivate_patient", ann)).status_code == 302
    ann.refresh_from_db()
    assert ann.deactivated_at is None
    assert audited(ann, "U", by=cast.rosa) == 2


def test_it_deletes_a_mistaken_registration(cast):
    mistake = PatientFactory()
    assert send(cast.browse_as(cast.rosa), url("delete_patient", mistake)).url == reverse("reception:patients")
    assert not Patient.objects.filter(pk=mistake.pk).exists()
    assert audited(mistake, "D", by=cast.rosa) == 1


def test_it_keeps_a_patient_with_a_history(cast, ann):
    assert cast.ann_visit
    response = send(cast.browse_as(cast.rosa), url("delete_patient", ann))
    assert response.status_code == 422
    assert "Deactivate the patient instead." in response.content.decode()
    assert_refused(
        "patient_has_history",
        lambda: procedures.delete_patient(ann.pk),
        sql("CALL DeletePatient(%s)", ann.pk),
    )
    assert_refused(
        "visit_patient",  # the procedure says it in its own word
        lambda: Patient.objects.filter(pk=ann.pk)._raw_delete("default"),
        sql("DELETE FROM Patient WHERE patient_id = %s", ann.pk),
    )


def test_an_editor_costs_few_queries(cast, ann, django_assert_max_num_queries):
    client = cast.browse_as(cast.rosa)
    client.get(url("edit_patient", ann))
    with django_assert_max_num_queries(8, connection=connection):
        client.get(url("edit_patient", ann))
