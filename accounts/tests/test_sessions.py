"""What ends a session, and what finding its user costs."""

import pytest
from django.contrib.auth import get_user
from django.test import RequestFactory
from django.urls import reverse

from accounts.backends import CheckLoginBackend
from accounts.models import User
from accounts.tests.factories import UserFactory
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
PROFILE = "/profile/"


def test_it_ends_at_the_next_request_of_a_deactivated_person(cast):
    browser = cast.browse_as(cast.ann)
    assert browser.get(PROFILE).status_code == 200
    with signed():
        User.objects.filter(pk=cast.ann.pk).update(is_active=False)
    assert browser.get(PROFILE).status_code == 302


def test_it_finds_the_user_with_the_roles_and_the_rights_in_one_query(cast, django_assert_num_queries):
    request = RequestFactory().get("/")
    request.session = cast.browse_as(cast.okafor).session
    assert request.session["_auth_user_id"]  # fetched now, so that the session's own query is not counted
    with django_assert_num_queries(1):
        user = get_user(request)
        assert user.role_names == "Doctor"
        assert user.has_perm("clinical.view_chart")
        assert user.is_colleague
        assert not user.has_perms(["billing.view_billing"])
        assert user.has_module_perms("clinical")


def test_it_joins_the_rights_of_roles_with_those_given_to_the_person(cast):
    from django.contrib.auth.models import Permission

    user = UserFactory(role="Report reader")
    with signed():
        user.user_permissions.add(Permission.objects.get(codename="view_board"))
    user = CheckLoginBackend().get_user(user.pk)
    assert user.has_perm("reception.view_board")
    assert user.has_perm("reception.view_averageage")
    assert not user.has_perm("reception.add_patient")


def test_it_gives_a_superuser_every_right_and_the_inactive_none(cast):
    assert UserFactory(is_superuser=True).get_all_permissions() > cast.ada.get_all_permissions()
    assert UserFactory(is_superuser=True, is_active=False).get_all_permissions() == set()


def test_it_signs_out_by_post_only(cast):
    browser = cast.browse_as(cast.ann)
    assert browser.get(reverse("accounts:sign_out")).status_code == 405
    answer = browser.post(reverse("accounts:sign_out"), follow=True)
    assert "You have signed out." in answer.content.decode()
    assert browser.get(PROFILE).status_code == 302
