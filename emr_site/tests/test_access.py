"""The one decorator that decides who may open a page."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from emr_site.access import access_denied, permission_required, sign_in_required

# A refusal is written to the audit: what these tests are refused must not stand in the next one's way.
pytestmark = pytest.mark.django_db


@permission_required("reception.view_board")
def board(request):
    return HttpResponse("the board")


@sign_in_required
def profile(request):
    return HttpResponse("the profile")


def user(*rights, is_colleague=True):
    return SimpleNamespace(is_authenticated=True, is_colleague=is_colleague, has_perm=lambda right: right in rights)


def ask(view, who, **headers):
    request = RequestFactory().get("/board/?day=2", headers=headers)
    request.user, request.htmx = who, HtmxDetails(request)
    return view(request)


def test_it_lets_in_whoever_holds_the_right():
    assert ask(board, user("reception.view_board")).content == b"the board"


def test_it_tells_a_colleague_that_the_right_is_missing():
    with pytest.raises(PermissionDenied):
        ask(board, user("reception.find_patient"))


def test_it_hides_the_page_from_a_patient():
    with pytest.raises(Http404):
        ask(board, user(is_colleague=False))


def test_it_says_of_each_refusal_who_and_what():
    heard = []

    def hear(sender, request, permission, **kwargs):
        heard.append((request.path, permission))

    access_denied.connect(hear)
    with pytest.raises(Http404):
        ask(board, user(is_colleague=False))
    assert heard == [("/board/", "reception.view_board")]


@pytest.mark.parametrize("view", [board, profile])
def test_it_asks_nobody_in_particular_to_sign_in_and_to_come_back(view):
    answer = ask(view, AnonymousUser())
    assert answer.status_code == 302
    assert answer.url == "/sign-in/?next=/board/%3Fday%3D2"


def test_it_sends_the_whole_page_to_the_sign_in_when_a_fragment_was_asked_for():
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/patients/7/"}
    answer = ask(board, AnonymousUser(), **headers)
    assert answer["HX-Redirect"] == "/sign-in/?next=/patients/7/"


def test_it_lets_anybody_in_who_has_signed_in():
    assert ask(profile, user(is_colleague=False)).content == b"the profile"
