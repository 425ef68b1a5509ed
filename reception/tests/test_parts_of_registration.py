"""The registration asks six things on top; what can come later is folded until it holds something."""

import re

import pytest

from clinical.tests.acting import shown
from reception.tests.desk import url
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
REGISTER = "/patients/new/"
PERSON = {"family_name": "Hale", "given_name": "Zoë", "date_of_birth": "14/8/80", "sex": "female"}
ROWS = {f"{rows}-{count}_FORMS": n for rows in ("phones", "contacts") for count, n in (("TOTAL", 2), ("INITIAL", 0))}
ROWS |= {"phones-0-kind": "mobile", "phones-1-kind": "mobile"}  # as the lists stand when nobody touches them


@pytest.fixture
def rosa(cast):
    return cast.browse_as(cast.rosa)


def folded(page):
    """{legend: whether it is open} of the parts of a page."""
    found = re.findall(r'<details class="form-more form-part"( open)?><summary>([^<]+)</summary>', page.text)
    return {legend: is_open != "" for is_open, legend in found}


def opened(page):
    return [legend for legend, is_open in folded(page).items() if is_open]


def refused(rosa, **typed):
    """The registration without its family name, and with something more."""
    page = rosa.post(REGISTER, shown(rosa, REGISTER) | PERSON | ROWS | {"family_name": ""} | typed)
    assert page.status_code == 422
    return page


def test_six_boxes_are_on_top_and_the_rest_is_folded(rosa):
    page = rosa.get(REGISTER)
    top = page.text.partition("<fieldset")[2].partition("</fieldset>")[0]
    names = re.findall(r'<(?:input|select)[^>]* name="(\w+)"', top)
    assert names == ["family_name", "given_name", "date_of_birth", "sex", "phone_number", "phone_kind"]
    assert opened(page) == []
    assert list(folded(page)) == [
        "E-mail and address", "First insurance", "Further phones", "First emergency contact",
        "Next of kin and further contacts", "Language", "More names, gender and pronouns",
    ]  # fmt: skip


def test_every_box_is_on_the_page(rosa):
    page = rosa.get(REGISTER)
    assert [name for name in page.context["form"].fields if f' name="{name}"' not in page.text] == []


@pytest.mark.parametrize(
    ("typed", "legend"),
    [
        ({"email": "zoe@example.org"}, "E-mail and address"),
        ({"country_code": "DE"}, "E-mail and address"),
        ({"member_number": "ZX1"}, "First insurance"),
        ({"phones-1-number": "01632 960 555"}, "Further phones"),
        ({"phones-0-number": "call me"}, "Further phones"),
        ({"emergency_phone": "01632 960 556"}, "First emergency contact"),
        ({"contacts-0-is_next_of_kin": "on"}, "Next of kin and further contacts"),
        ({"interpreter_needed": "on"}, "Language"),
        ({"pronouns": "she/her"}, "More names, gender and pronouns"),
    ],
)
def test_what_is_typed_or_wrong_is_open(rosa, typed, legend):
    assert opened(refused(rosa, **typed)) == [legend]


def test_what_is_wrong_is_open_where_nothing_is_typed(rosa):
    page = refused(rosa, family_name="Hale", emergency_contact="", emergency_phone="01632 960 556")
    assert "Enter the name of who answers this phone." in page.text
    assert opened(page) == ["First emergency contact"]


def test_an_untouched_form_that_is_refused_stays_folded(rosa):
    assert opened(refused(rosa)) == []


def test_the_correction_opens_what_is_recorded(rosa):
    patient = PatientFactory(email="zoe@example.org", language="de", given_name="Zoë")
    page = rosa.get(url("edit_patient", patient))
    assert opened(page) == ["E-mail and address", "Language"]
    assert "First insurance" not in folded(page)
    assert "Died on" in page.text.partition("</fieldset>")[0]
