"""An address that takes only POST, opened by itself: a page in the look, with the way to where it belongs."""

import re

import pytest
from django.test import Client

from emr_site.not_allowed import page_above

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(cast):
    return cast.browse_as(cast.rosa).get(f"/appointments/{cast.ann_appointment.pk}/check-in/")


def test_it_says_so_with_one_next_step(cast, answer):
    page = answer.text
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "<h1>This page cannot be opened by itself</h1>" in page
    assert page.count('class="btn ') == 1
    assert f'href="/appointments/{cast.ann_appointment.pk}/"' in page
    assert answer["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer


def test_htmx_is_given_a_part_and_no_page(cast):
    path = f"/appointments/{cast.ann_appointment.pk}/check-in/"
    answer = cast.browse_as(cast.rosa).get(path, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Opening it has changed nothing" in answer.text
    assert "<html" not in answer.text


def test_nobody_in_particular_is_answered_too():
    answer = Client().get("/sign-out/")
    assert answer.status_code == 405
    assert re.search(r'<a class="btn btn-primary" href="/">', answer.text)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/appointments/7/check-in/", "/appointments/7/"),
        ("/messages/answers/3/seen-to/", "/messages/"),
        ("/patients/new/likely/", "/patients/new/"),
        ("/a/1-2.x/confirm/", "/a/1-2.x/"),
        ("/sign-out/", "/"),
        ("/", "/"),
    ],
)
def test_it_leads_to_the_page_above(path, page):
    assert page_above(path) == page
