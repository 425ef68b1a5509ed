"""Who a patient is, as the desk writes it down and everybody reads it."""

import pytest
import time_machine
from django.urls import reverse

from clinical.tests.acting import assert_refused, send, shown, sql
from emr_site.fields import date_echo, read_date
from emr_site.tests.factories import signed
from reception.languages import language_name
from reception.models import Patient
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
REGISTER, ECHO = "/patients/new/", "/patients/new/birth-date/"
TYPED = {
    "family_name": "Hale", "given_name": "Zoë", "middle_name": "Ann Mary", "suffix": "Jr.",
    "date_of_birth": "14 aug 80",
    "sex": "female", "gender": "non-binary", "pronouns": "they/them", "phone_number": "01632 960 333",
    "phone_kind": "mobile", "address": "1 Elm Row", "city": "Northgate", "region": "Kent", "postal_code": "NG1 2AB",
    "country_code": "GB", "language": "pt-BR", "interpreter_needed": "on",
}  # fmt: skip


@pytest.fixture
def zoe(cast):
    client = cast.browse_as(cast.rosa)
    response = client.post(REGISTER, shown(client, REGISTER) | TYPED)
    assert response.status_code == 302
    return Patient.objects.get(family_name="Hale", given_name="Zoë")


def test_it_keeps_each_part(zoe):
    kept = {name: getattr(zoe, name) for name in TYPED if name not in ("date_of_birth", "interpreter_needed")}
    assert kept == {name: value for name, value in TYPED.items() if name in kept}
    assert zoe.interpreter_needed is True
    assert zoe.name == "Zoë Hale"  # as the first system's procedures promise it
    assert zoe.full_name == "Zoë Ann Mary Hale, Jr."
    assert zoe.address_lines == ["1 Elm Row", "Northgate Kent NG1 2AB", "United Kingdom"]


def test_it_says_them_in_words(cast, zoe):
    page = cast.browse_as(cast.rosa).get(reverse("reception:patient", args=[zoe.pk])).content.decode()
    for words in ("Zoë Ann Mary Hale, Jr.", "Brazilian Portuguese", "they/them", "United Kingdom", "Needed"):
        assert words in page


def test_a_patient_reads_them_too(cast):
    assert cast.ann_record
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(language="es", interpreter_needed=True, pronouns="she/her")
    page = cast.browse_as(cast.ann).get("/my/information/").content.decode()
    assert "Spanish, with an interpreter" in page
    assert "she/her" in page


def test_at_most_six_answers_are_required(cast):
    form = cast.browse_as(cast.rosa).get(REGISTER).context["form"]
    assert [field.name for field in form.visible_fields() if field.field.required] == [
        "family_name",
        "date_of_birth",
        "sex",
    ]


def test_it_keeps_a_language_that_the_list_lacks(cast):
    patient = PatientFactory(language="en-ZZ")
    response = send(cast.browse_as(cast.rosa), reverse("reception:edit_patient", args=[patient.pk]), city="Ashby")
    assert response.status_code == 302
    patient.refresh_from_db()
    assert (patient.language, patient.city) == ("en-ZZ", "Ashby")
    assert language_name("en-ZZ") == "English"


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("language", "Spanish!", "patient_language_is_a_tag"),
        ("language", "EN", "patient_language_is_a_tag"),
        ("country_code", "gb", "patient_country_is_two_capitals"),
        ("phone_kind", "fax", "patient_phone_kind_known_word"),
    ],
)
def test_the_database_refuses_what_is_none(cast, column, value, code):
    pk = cast.ann_record.pk
    assert_refused(
        code,
        lambda: Patient.objects.filter(pk=pk).update(**{column: value}),
        sql(f"UPDATE Patient SET {column} = %s WHERE patient_id = %s", value, pk),
    )


@time_machine.travel("2026-11-23 10:42")
@pytest.mark.parametrize(
    "text",
    [
        "14/8/80", "14.8.1980", "14-Aug-1980", "14 August 1980", "Aug 14 1980", "August 14th, 1980", "1980-08-14",
        "14081980", "19800814", "140880", "14 aug 80", "1980/8/14", "1980 Aug 14", "8/14/1980", "14th of August 1980",
        "14 August '80", "14,8,1980", "14 août 1980", "14. August 1980", "Thu 14 Aug 1980", "14 de agosto de 1980",
        "Thursday, August 14, 1980", "jeudi 14 août 1980", "Donnerstag, 14.8.1980", "14-ago-80",
    ],
)  # fmt: skip
def test_every_usual_form_is_the_same_day(text):
    assert str(read_date(text, past=True)) == "1980-08-14"
    assert date_echo(text, past=True) == "14-Aug-1980, 46 years"


@time_machine.travel("2026-11-23 10:42")
@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("3/4/80", "03-Apr-1980, 46 years, read day first"),
        ("21/11/26", "21-Nov-2026, 2 days"),
        ("22/11/26", "22-Nov-2026, 1 day"),
        ("1-Jan-2150", ""),
        ("14 au", ""),
        ("14. Mai 1980", "14-May-1980, 46 years"),
        ("3 März 1980", "03-Mar-1980, 46 years"),
        ("1er févr. 1980", "01-Feb-1980, 46 years"),
        ("3 jui 1980", ""),
        ("Mar 14 1980", "14-Mar-1980, 46 years"),
        ("Sun 14 Aug 1980", ""),
    ],
)
def test_it_says_while_typing_how_a_date_is_understood(cast, text, echo):
    page = cast.browse_as(cast.rosa).post(ECHO, {"date_of_birth": text}).content.decode().strip()
    assert page == (f"Understood as {echo}" if echo else "")


def test_it_says_it_without_scripts_after_sending(cast):
    client = cast.browse_as(cast.rosa)
    response = client.post(REGISTER, shown(client, REGISTER) | TYPED | {"family_name": "", "date_of_birth": "3/4/1980"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Understood as 03-Apr-1980" in page
    assert 'value="Ann Mary"' in page
    assert '<option value="pt-BR" selected>' in page
