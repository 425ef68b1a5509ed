"""Finding a patient by what people say."""

import pytest
from django.urls import reverse
from django.utils import timezone

from emr_site.tests.factories import signed
from reception.models import Patient
from reception.search import find_patients
from reception.tests.factories import PatientFactory
from reception.tests.record_factories import InsuranceFactory, PatientPhoneFactory

pytestmark = pytest.mark.django_db
LIST = "/patients/"


@pytest.fixture
def people():
    known = [
        ("Okonkwo", "Adaeze", "1980-08-14", "01632 960 117"),
        ("Okonkwo", "Adam", "1991-02-03", "01632 960 228"),
        ("Adams", "Olu", "1955-12-24", "+44 7700 900 339"),
        ("Müller-Ng", "Zoë", "2001-01-31", None),
        ("de la Cruz", "Ana María", "1970-05-05", "(020) 7946-0440"),
    ]
    return [
        PatientFactory(family_name=family, given_name=given, date_of_birth=born, phone_number=phone)
        for family, given, born, phone in known
    ]


@pytest.mark.parametrize("text", ["Ana " * 400, "Ana María de la Cruz " * 3, "x" * 5000])
def test_it_asks_no_more_of_a_text_that_is_no_name(people, django_assert_max_num_queries, text):
    with django_assert_max_num_queries(11):
        assert find_patients(text).rows == []


def found(text, **more):
    return [row["family_name"] + " " + row["given_name"] for row in find_patients(text, **more).rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ok", ["Okonkwo Adaeze", "Okonkwo Adam"]),
        ("ada", ["Adams Olu", "Okonkwo Adaeze", "Okonkwo Adam"]),
        ("okonkwo, adae", ["Okonkwo Adaeze"]),
        ("Adaeze Okonkwo", ["Okonkwo Adaeze"]),
        ("okon adam", ["Okonkwo Adam"]),
        ("muller", ["Müller-Ng Zoë"]),
        ("zoe", ["Müller-Ng Zoë"]),
        ("ana maria de la cruz", ["de la Cruz Ana María"]),
        ("14/8/80", ["Okonkwo Adaeze"]),
        ("24 Dec 1955", ["Adams Olu"]),
        ("sat 24 déc 1955", ["Adams Olu"]),
        ("01632 960", ["Okonkwo Adaeze", "Okonkwo Adam"]),
        ("0339", ["Adams Olu"]),
        ("2079460440", ["de la Cruz Ana María"]),
        ("(020) 7946 0440", ["de la Cruz Ana María"]),
        ("+44 1632 960 117", ["Okonkwo Adaeze"]),
        ("0044 1632 960117", ["Okonkwo Adaeze"]),
        ("07700 900339", ["Adams Olu"]),
        ("xyz", []),
        ("o", []),
        ("117", []),
        ("%", []),
        ("o%", []),
    ],
)
def test_it_finds_by_what_was_typed(people, text, expected):
    assert found(text) == expected


def test_it_finds_by_the_whole_record_number_and_by_its_beginning(people):
    zoe = people[3]
    zoe.refresh_from_db()
    assert found(zoe.mrn) == ["Müller-Ng Zoë"]
    assert found(f"{zoe.mrn[:3]} {zoe.mrn[3:6]} {zoe.mrn[6:]}") == ["Müller-Ng Zoë"]
    assert "Müller-Ng Zoë" in found(zoe.mrn[:4])
    assert found(f"MRN {zoe.mrn}") == found(f"mrn: {zoe.mrn}") == ["Müller-Ng Zoë"]


def test_it_marks_similar_names(people):
    rows = find_patients("ada").rows
    assert [row["alike"] for row in rows] == [False, True, True]


def test_it_pages_without_losing_or_repeating_anyone(people):
    with signed():
        Patient.objects.bulk_create(Patient(family_name="Ada", given_name=f"G{n:02}") for n in range(5))
        Patient.objects.bulk_create(Patient(family_name=f"Zimmer{n:02}", given_name="Ada") for n in range(5))
    seen, mark = [], None
    while True:
        page = find_patients("ada", after=mark, size=3)
        seen += [row["id"] for row in page.rows]
        mark = page.following
        if not mark:
            break
    assert len(seen) == len(set(seen)) == 13


@pytest.mark.parametrize("mark", ["", "x", "0.x", "99.1", "0.999999999", "1", "²", "1" * 50])
def test_it_takes_a_mark_that_is_none_of_ours(people, mark):
    find_patients("ada", after=mark)


def test_the_list_shows_active_patients_by_name(cast, people):
    with signed():
        Patient.objects.filter(pk=people[2].pk).update(deactivated_at=timezone.now())
    page = cast.browse_as(cast.rosa).get(LIST).content.decode()
    assert page.index("DE LA CRUZ, Ana María") < page.index("OKONKWO, Adaeze") < page.index("OKONKWO, Adam")
    assert "ADAMS" not in page


def test_a_search_leaves_no_name_in_the_address(cast, people):
    client = cast.browse_as(cast.rosa)
    response = client.post(LIST, {"q": "okonkwo"})
    assert response.status_code == 302
    assert "okonkwo" not in response.url.lower()
    page = client.get(response.url).content.decode()
    assert "Patients found for “okonkwo”" in page
    assert "OKONKWO, Adam" in page
    assert "ADAMS" not in page


def test_a_search_of_another_session_is_not_shown(cast, people):
    url = cast.browse_as(cast.rosa).post(LIST, {"q": "okonkwo"}).url
    page = cast.browse_as(cast.ned).get(url).content.decode()
    assert "This search has expired" in page
    assert "OKONKWO" not in page


@pytest.mark.parametrize("times", [25])
def test_the_session_remembers_the_last_searches_alone(cast, times):
    client = cast.browse_as(cast.rosa)
    urls = [client.post(LIST, {"q": f"search{n}"}).url for n in range(times)]
    assert len(client.session["searches"]) == 20
    assert "Nobody found for “search24”" in client.get(urls[-1]).content.decode()
    assert "has expired" in client.get(urls[0]).content.decode()


def test_the_box_answers_while_typing(cast, people):
    client = cast.browse_as(cast.rosa)
    url = reverse("reception:find_patients")
    page = client.post(url, {"q": "okonkwo ad"}).content.decode()
    assert "<html" not in page
    assert f"/patients/{people[0].pk}/information/" in page
    assert "Nobody found" in client.post(url, {"q": "nobody"}).content.decode()
    assert "two letters" in client.post(url, {"q": "o"}).content.decode()
    assert client.post(url, {"q": ""}).content.decode().strip() == ""


def test_it_leads_a_doctor_to_the_chart_and_the_desk_to_the_information(cast, people):
    url = reverse("reception:find_patients")
    assert f'"/patients/{people[0].pk}/"' in cast.browse_as(cast.okafor).post(url, {"q": "adaeze"}).content.decode()


def test_it_writes_what_is_data_as_text(cast):
    PatientFactory(family_name="<script>alert(1)</script>", given_name="Eve")
    page = cast.browse_as(cast.rosa).get(LIST).content.decode()
    assert "<script>alert" not in page.lower()


def test_it_finds_by_a_further_phone_and_by_an_insurance(people):
    ada = people[0]
    PatientPhoneFactory(patient=ada, number="020 7946 0999")
    InsuranceFactory(patient=ada, member_number="ZX-44 17/09")
    assert (
        found("+44 20 7946 0999")
        == found("02079460999")
        == found("0999")
        == found("zx441709")
        == found("ZX 44")
        == ["Okonkwo Adaeze"]
    )
    assert found("zx") == []
