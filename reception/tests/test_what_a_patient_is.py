"""What may stand in a patient's record, whoever writes it: phones, addresses, names, moments."""

from datetime import timedelta

import pytest
from django.forms import modelform_factory
from django.urls import reverse
from django.utils import timezone

from clinical.tests.acting import assert_refused, send, shown, sql
from emr_site.tests.factories import signed
from reception.models import Patient
from reception.tests.record_factories import InsuranceFactory

pytestmark = pytest.mark.django_db
REGISTER = "/patients/new/"
TYPED = {"family_name": "Hale", "given_name": "Ann", "date_of_birth": "14/8/1980", "sex": "female"}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("phone_number", "abc", "patient_main_phone_is_one"),
        ("phone_number", "12 34 5", "patient_main_phone_is_one"),
        ("phone_number", "000000", "patient_main_phone_is_one"),
        ("phone_number", "+11 (11) 11-1", "patient_main_phone_is_one"),
        ("emergency_phone", "nope", "patient_emergency_phone_is_one"),
        ("emergency_phone", "01632 960 100", "patient_emergency_phone_is_of_somebody"),
        ("email", "x", "patient_email_is_one"),
        ("email", "a b@example.org", "patient_email_is_one"),
        ("unknown_since", "2150-01-01 00:00:00", "unknown_in_future"),
    ],
)
def test_the_database_refuses_what_is_none(cast, column, value, code):
    ann = cast.ann_record.pk
    name = ", emergency_contact = 'Bo'" if code == "patient_emergency_phone_is_one" else ", emergency_contact = NULL"
    assert_refused(
        code,
        sql(f"UPDATE Patient SET {column} = %s{name} WHERE patient_id = %s", value, ann),
        sql(f"INSERT INTO Patient (family_name, {column}) VALUES ('Hale', %s)", value)
        if code != "patient_emergency_phone_is_one"
        else sql("INSERT INTO Patient (family_name, emergency_phone, emergency_contact) VALUES ('H', %s, 'Bo')", value),
    )


@pytest.mark.parametrize("number", ["01632 960 100", "+44 (0)20 7946-0018", "555.0142", "111 1112"])
def test_a_phone_is_taken_as_people_write_it(cast, number):
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(phone_number=number)
    assert Patient.objects.get(pk=cast.ann_record.pk).phone_number == number


@pytest.mark.parametrize("number", ["000000", "1-1-1-1-1-1"])
def test_no_further_phone_or_contact_has_one_digit_alone(cast, number):
    ann = cast.ann_record.pk
    assert_refused(
        "patient_phone_is_one", sql("INSERT INTO PatientPhone (patient_id, number) VALUES (%s, %s)", ann, number)
    )
    contact = "INSERT INTO PatientContact (patient_id, name, relation, phone) VALUES (%s, 'Bo', 'friend', %s)"
    assert_refused("patient_contact_phone_is_one", sql(contact, ann, number))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"phone_number": "000000"}, "This is no phone number."),
        ({"family_name": "Hale, Ann"}, "Write the family name alone here"),
        ({"family_name": "12345"}, "A name has letters."),
        ({"emergency_phone": "01632 960 100"}, "Enter the name of who answers this phone."),
    ],
)
def test_the_desk_is_told_in_a_sentence(cast, typed, sentence):
    client = cast.browse_as(cast.rosa)
    response = client.post(REGISTER, shown(client, REGISTER) | TYPED | typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Patient.objects.filter(date_of_birth="1980-08-14", family_name__contains="Hale, ").exists()


def test_an_odd_name_that_came_from_elsewhere_can_be_saved_as_it_is(cast):
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(family_name="12345")
    edit = reverse("reception:edit_patient", args=[cast.ann_record.pk])
    assert send(cast.browse_as(cast.rosa), edit, city="Ashby").status_code == 302


@pytest.mark.parametrize(("field", "value"), [("phone_number", "abc"), ("emergency_phone", "no"), ("email", "x")])
def test_the_back_office_is_told_at_the_field(cast, field, value):
    form = modelform_factory(Patient, fields=["family_name", field])({"family_name": "Hale", field: value})
    assert list(form.errors) == [field]


def test_nobody_who_holds_an_insurance_is_born_in_the_future(cast):
    insurance = InsuranceFactory(patient=cast.ann_record)
    tomorrow = timezone.localdate() + timedelta(days=3)
    assert_refused(
        "insurance_holder_birth_in_future",
        sql("UPDATE Insurance SET holder_birth_date = %s WHERE insurance_id = %s", tomorrow, insurance.pk),
    )
