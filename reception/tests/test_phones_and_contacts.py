"""A patient's further phones, the one for reminders, next of kin and contacts."""

import pytest
from django.urls import reverse

from clinical.tests.acting import audited, send, shown
from emr_site.tests.factories import signed
from reception.models import Patient, PatientPhone
from reception.tests.record_factories import PatientContactFactory, PatientPhoneFactory

pytestmark = pytest.mark.django_db
REGISTER = "/patients/new/"
PERSON = {"family_name": "Hale", "given_name": "Zoë", "date_of_birth": "14/8/80", "sex": "female"}
ROWS = {f"{rows}-{count}_FORMS": n for rows in ("phones", "contacts") for count, n in (("TOTAL", 2), ("INITIAL", 0))}
ROWS |= {"phones-0-kind": "mobile", "phones-1-kind": "mobile"}  # as the lists stand when nobody touches them
PHONE = {"phones-0-number": "01632 960 555", "phones-0-kind": "work", "phones-0-for_reminders": "on"}
CONTACT = {
    "contacts-1-name": "Carol Hale",
    "contacts-1-relation": "sibling",
    "contacts-1-phone": "01632 960 556",
    "contacts-1-is_next_of_kin": "on",
    "contacts-1-is_emergency": "on",
}


def url(name, row=None, patient=None):
    patient = patient or row.patient
    return reverse(f"reception:{name}", args=[patient.pk, *([row.pk] if row else [])])


def register(client, **typed):
    return client.post(REGISTER, shown(client, REGISTER) | PERSON | ROWS | typed)


@pytest.fixture
def rosa(cast):
    return cast.browse_as(cast.rosa)


@pytest.fixture
def ann(cast):
    return cast.ann_record


def test_it_registers_with_rows_and_leaves_out_the_empty_ones(rosa):
    assert register(rosa, **PHONE, **CONTACT).status_code == 302
    zoe = Patient.objects.get(family_name="Hale", given_name="Zoë")
    assert list(zoe.phones.values_list("number", "kind", "for_reminders")) == [("01632 960 555", "work", True)]
    contact = zoe.contacts.get()
    assert (contact.name, contact.get_relation_display()) == ("Carol Hale", "Brother or sister")
    assert contact.is_next_of_kin
    assert contact.is_emergency
    assert zoe.reminder_phone == "01632 960 555"


def test_it_always_offers_two_empty_rows(rosa):
    page = rosa.get(REGISTER).content.decode()
    for name in ("phones-1-number", "contacts-1-name"):
        assert f'name="{name}"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"phones-0-number": "call me"}, "Further phone 1, phone: This is no phone number."),
        ({"phones-0-number": "", "phones-0-note": "at work"}, "Further phone 1, phone: Enter the phone number."),
        ({"contacts-1-name": ""}, "Contact 2, name: Enter the contact&#x27;s name."),
        ({"contacts-1-relation": ""}, "Contact 2, relation: Choose what the contact is"),
        ({"contacts-1-phone": ""}, "Contact 2, phone: Enter the phone of whom to call"),
        ({"phones-1-number": "01632 960 557", "phones-1-for_reminders": "on"}, "Mark only one of the further phones."),
    ],
)
def test_it_says_what_is_wrong_in_a_row_and_keeps_every_row(rosa, typed, sentence):
    response = register(rosa, **(PHONE | CONTACT | {"phones-1-note": "kept"} | {"contacts-0-name": "Kept"} | typed))
    page = " ".join(response.content.decode().split())
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Kept"' in page
    assert "<title>Error: " in page
    assert not PatientPhone.objects.exists()
    assert not Patient.objects.filter(given_name="Zoë").exists()


def test_reminders_go_to_the_marked_phone_else_to_the_main_one(rosa, cast, ann):
    assert ann.reminder_phone == "01632 960 201"
    first = PatientPhoneFactory(patient=ann, for_reminders=True)
    assert Patient.objects.get(pk=ann.pk).reminder_phone == first.number
    form = {"number": "01632 960 777", "kind": "mobile", "for_reminders": "on"}
    assert send(rosa, url("add_phone", patient=ann), **form).status_code == 302
    assert ann.phones.get(for_reminders=True).number == "01632 960 777"
    assert audited(first, "U", by=cast.rosa) == 1
    page = rosa.get(url("patient", patient=ann)).content.decode()
    assert "<dt>Reminders go to</dt><dd>01632 960 777</dd>" in page


def test_a_patient_sees_her_phones_and_contacts(cast, ann):
    PatientPhoneFactory(patient=ann, number="01632 960 888")
    PatientContactFactory(patient=ann, is_next_of_kin=True)
    page = cast.browse_as(cast.ann).get("/my/information/").content.decode()
    assert "01632 960 888" in page
    assert "Brother or sister, next of kin" in page


def test_it_adds_a_contact_once(rosa, cast, ann):
    form = shown(rosa, url("add_contact", patient=ann)) | {"name": "Carol", "relation": "friend"}
    assert {rosa.post(url("add_contact", patient=ann), form).status_code for _ in range(3)} == {302}
    assert audited(ann.contacts.get(), "C", by=cast.rosa) == 1


@pytest.mark.parametrize(
    ("noun", "typed", "theirs"),
    [
        ("phone", {"number": "01632 960 111"}, {"number": "01632 960 222", "kind": "home"}),
        ("contact", {"name": "Mine"}, {"name": "Theirs", "relation": "parent"}),
    ],
)
def test_it_shows_both_when_someone_saved_meanwhile(rosa, cast, noun, typed, theirs):
    row = getattr(cast, f"ann_{noun}")
    form = shown(rosa, url(f"edit_{noun}", row)) | typed
    with signed():
        type(row).objects.filter(pk=row.pk).update(**theirs)
    response = rosa.post(url(f"edit_{noun}", row), form)
    page = response.content.decode()
    assert response.status_code == 409
    name = next(iter(typed))
    assert typed[name] in page
    assert theirs[name] in page
    row.refresh_from_db()
    assert getattr(row, name) == theirs[name]


@pytest.mark.parametrize("noun", ["phone", "contact"])
def test_it_edits_and_removes_only_what_is_the_patients(rosa, cast, noun):
    row = getattr(cast, f"ann_{noun}")
    field = "note" if noun == "phone" else "phone"
    assert send(rosa, url(f"edit_{noun}", row), **{field: "01632 960 999"}).status_code == 302
    assert audited(row, "U", by=cast.rosa) == 1
    assert send(rosa, url(f"edit_{noun}", row), **{"number": "x", "name": ""}).status_code == 422
    assert rosa.get(url(f"edit_{noun}", row, patient=cast.bo_record)).status_code == 404
    assert rosa.get(url(f"remove_{noun}", row, patient=cast.bo_record)).status_code == 404
    assert send(rosa, url(f"remove_{noun}", row)).status_code == 302
    assert not type(row).objects.filter(pk=row.pk).exists()
    assert audited(row, "D", by=cast.rosa) == 1


def test_the_back_office_edits_them_with_their_patient(cast, ann):
    phone = cast.ann_phone
    client = cast.browse_as(cast.ada)
    page = reverse("admin:reception_patient_change", args=[ann.pk])
    context = client.get(page).context
    form = context["adminform"].form
    sent = {field.html_name: "" if field.value() is None else field.value() for field in form}
    for inline in context["inline_admin_formsets"]:
        rows = inline.formset
        sent |= {field.html_name: "" if field.value() is None else field.value() for field in rows.management_form}
        sent |= {field.html_name: field.value() or "" for row in rows.forms for field in row}
    sent |= {"phones-0-note": "At work", "contacts-0-name": "Carol Kin", "contacts-0-relation": "child"}
    assert client.post(page, sent).status_code == 302
    phone.refresh_from_db()
    assert phone.note == "At work"
    assert ann.contacts.get().name == "Carol Kin"
    assert audited(phone, "U", by=cast.ada) == 1
