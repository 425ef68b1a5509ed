"""The frame around every page: who sees which places, what a page that fails says, how partials read."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import SuspiciousOperation
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.defaults import bad_request

from emr_site import navigation
from emr_site.navigation import NAVIGATION, Place
from emr_site.tests.look_pages import DIED, PATIENT, SampleForm

pytestmark = [pytest.mark.django_db, pytest.mark.urls("emr_site.tests.look_pages")]
SEES = {
    "rosa": {"Today", "Patients"},
    "okafor": {"Today", "Patients", "Records"},
    "sam": {"Admin"},
    "rita": {"Reports"},
    "ada": {"Reports", "Admin"},
}


def get(cast, user, path="/look/list/"):
    return cast.browse_as(user).get(path).content.decode()


def places(user):
    request = RequestFactory().get("/")
    request.user = user
    return {each.place.label for each in navigation.navigation(request)["places"]}


@pytest.mark.parametrize("name", SEES)
def test_the_rail_shows_the_places_of_the_role(cast, name):
    user = getattr(cast, name)
    reachable = {place.label for place in NAVIGATION if place.url}
    assert SEES[name] & reachable <= places(user)
    assert {place.label for place in NAVIGATION if not place.is_open_to(user)}.isdisjoint(places(user))


def test_the_rail_leaves_out_a_place_that_is_not_installed(cast, monkeypatch):
    monkeypatch.setattr(
        navigation, "NAVIGATION", (Place("Gone", "gone:gone", "x", "reception.view_board"), *NAVIGATION)
    )
    assert "Gone" not in places(cast.rosa)


def test_nobody_in_particular_has_no_places():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert navigation.navigation(request) == {}


def test_it_marks_the_place_one_is_at(cast):
    page = get(cast, cast.rita, "/reports/average-age/")
    assert re.search(r'data-place="reports:index" aria-current="page"', page)


@pytest.mark.parametrize(
    "path", ["/look/list/", "/look/form/", "/look/confirm/", "/look/banner/", "/look/list/?portal"]
)
def test_a_page_has_one_heading_one_main_and_a_way_past_the_frame(cast, path):
    page = get(cast, cast.ann if "portal" in path else cast.rosa, path)
    assert page.count("<h1") == page.count("<main") == 1
    assert '<a class="skip" href="#main">' in page
    assert 'role="status"' in page


def test_no_page_of_a_patient_is_kept_in_the_browsers_storage(cast):
    assert '"historyCacheSize":0' in get(cast, cast.rosa)


def test_a_refused_form_says_so_in_the_title_first_and_leads_to_each_box(cast):
    response = cast.browse_as(cast.rosa).post("/look/form/", {"born": "soon"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: Sample" in page
    targets = re.findall(r'<li><a href="#([^"]*)"', page)
    assert targets == ["id_name", "id_born", "id_sex_0", "id_doctor"]
    assert all(f'id="{target}"' in page for target in targets)
    assert 'value="soon"' in page


def test_a_refused_box_is_tied_to_its_help_and_its_fault():
    box = re.search(r"<input[^>]*id=\"id_name\"[^>]*>", render_to_string("_form.html", {"form": SampleForm({})}))[0]
    assert 'aria-invalid="true"' in box
    page = render_to_string("_form.html", {"form": SampleForm({})})
    for each in re.search(r'aria-describedby="([^"]+)"', box)[1].split():
        assert f'id="{each}"' in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("known", "Known<br>allergies"),
        ("none", "No known<br>allergies"),
        ("unavailable", "Allergies<br>unavailable"),
        (None, "Allergies<br>not recorded"),
    ],
)
def test_allergies_are_in_one_of_four_states_in_words_and_only_known_is_red(state, words):
    box = render_to_string("_allergies.html", {"allergies": {"state": state, "list": [{"substance": "Latex"}]}})
    assert words in box
    assert (box.strip().startswith('<div class="pb-alg">')) == (state == "known")
    assert ("Latex" in box) == (state == "known")


def test_the_desk_is_told_nothing_of_allergies(cast):
    assert "llerg" not in get(cast, cast.rosa, "/look/banner/?allergies=known")
    assert "llerg" in get(cast, cast.ned, "/look/banner/?allergies=known")


def test_the_banner_has_its_order_and_a_person_who_died_stands_apart(cast):
    page = get(cast, cast.okafor, "/look/banner/")
    order = [
        page.index(word) for word in ("OKONKWO, Adaeze", "<dt>Born", "14-Aug-1980 (", "<dt>Sex", "<dt>MRN", "204 118 7")
    ]
    assert order == sorted(order)
    page = get(cast, cast.okafor, "/look/banner/?died")
    assert "pbanner died" in page
    assert "<dt>Age at death</dt><dd>45 y</dd>" in page
    assert PATIENT.family_name == DIED.family_name


def test_a_page_that_is_missing_or_broken_says_one_next_step(cast):
    client = cast.browse_as(cast.rosa)
    client.raise_request_exception = False
    for path, status, words in (("/look/none/", 404, "not there"), ("/look/broken/", 500, "went wrong on our side")):
        response = client.get(path)
        page = response.content.decode()
        assert (response.status_code, page.count("<h1>"), page.count('class="btn ')) == (status, 1, 1)
        assert words in page
        assert "RuntimeError" not in page


def test_a_form_without_its_token_is_refused_in_plain_words(cast):
    client = cast.browse_as(cast.rosa)
    client.handler.enforce_csrf_checks = True
    response = client.post("/look/form/", {"name": "Ada"})
    assert response.status_code == 403
    assert "had been open too long" in response.content.decode()


def test_a_damaged_request_is_answered_in_words(rf):
    response = bad_request(rf.get("/"), SuspiciousOperation("too many fields"))
    assert response.status_code == 400
    assert "<h1>This could not be read</h1>" in response.content.decode()
    assert "too many fields" not in response.content.decode()
