"""The front door leads to where a role's work begins."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.homes import HOMES
from accounts.roles import ROLES
from accounts.tests.factories import UserFactory
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


def test_it_has_a_home_for_every_role():
    assert set(HOMES) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_it_leads_each_role_to_a_page_that_it_may_open(cast, role):
    browser = cast.browse_as(cast.of_role(role))
    assert cast.ann_record
    answer = browser.get("/")
    assert answer.url == reverse(HOMES[role])
    assert browser.get(answer.url).status_code == 200


def test_it_prefers_the_daily_work_of_someone_with_several_roles(cast):
    user = UserFactory(role="Administrator")
    with signed():
        user.groups.add(Group.objects.get(name="Doctor"))
    assert cast.browse_as(user).get("/").url == reverse("clinical:my_day")


def test_it_tells_someone_without_a_role_whom_to_ask(cast):
    answer = cast.browse_as(UserFactory()).get("/")
    assert answer.status_code == 200
    assert "Your account has no role yet" in answer.content.decode()


def test_it_leads_a_superuser_to_the_back_office(cast):
    assert cast.browse_as(UserFactory(is_superuser=True, is_staff=True)).get("/").url == reverse("admin:index")


def test_it_asks_nobody_in_particular_to_sign_in(client):
    assert client.get("/").url.startswith(reverse("accounts:sign_in"))
