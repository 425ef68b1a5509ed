"""Users in the back office: made, changed and deactivated by an administrator, never deleted."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import UserFactory
from audit.models import AuditLog

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def address(verb, user=None):
    return reverse(f"admin:accounts_user_{verb}", args=[user.pk] if user else [])


def change(cast, user, by=None, **answers):
    """Post the change form as it stands, with these answers in place of its own."""
    roles = list(user.groups.values_list("pk", flat=True))
    form = {"username": user.username, "is_active": "on", "groups": roles, **answers}
    return cast.browse_as(by or cast.ada).post(address("change", user), form)


def test_it_lists_users_with_their_roles_in_few_queries(cast, django_assert_max_num_queries):
    cast.call_everyone()
    browser = cast.browse_as(cast.ada)
    with django_assert_max_num_queries(8):
        page = browser.get(address("changelist") + "?q=ro").content.decode()
    assert "Receptionist" in page
    assert ">ned<" not in page


def test_it_makes_a_user_with_a_role_and_a_hashed_password(cast):
    nurse = Group.objects.get(name="Nurse").pk
    answers = {"username": "nan", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    response = cast.browse_as(cast.ada).post(address("add"), answers | {"groups": [nurse]})
    user = User.objects.get(username="nan")
    assert response.status_code == 302
    assert user.check_password(PASSWORD)
    assert [group.name for group in user.groups.all()] == ["Nurse"]
    assert AuditLog.objects.filter(table_name="Users", record_id=user.pk, action="C", user_name="ada").exists()


def test_it_sets_a_new_password_without_showing_the_old(cast):
    rosa, browser = UserFactory(username="rosy", role="Receptionist", password=PASSWORD), cast.browse_as(cast.ada)
    assert rosa.password not in browser.get(address("change", rosa)).content.decode()
    new = {"password1": "stapled lemon parade", "password2": "stapled lemon parade", "usable_password": "true"}
    assert browser.post(reverse("admin:auth_user_password_change", args=[rosa.pk]), new).status_code == 302
    assert User.objects.get(pk=rosa.pk).check_password("stapled lemon parade")


def test_it_deactivates_and_never_deletes(cast):
    browser = cast.browse_as(cast.ada)
    assert browser.get(address("delete", cast.rosa)).status_code == 403
    assert browser.post(address("delete", cast.rosa), {"post": "yes"}).status_code == 403
    assert change(cast, cast.rosa, is_active="").status_code == 302
    assert not User.objects.get(pk=cast.rosa.pk).is_active


def test_it_lets_no_administrator_make_a_superuser_or_give_further_rights(cast):
    for user in (cast.ada, cast.rosa):
        change(cast, user, is_staff="on", is_superuser="on", user_permissions=["1", "2"])
        stored = User.objects.get(pk=user.pk)
        assert stored.is_staff
        assert not stored.is_superuser
        assert not stored.user_permissions.exists()


def test_it_keeps_superusers_out_of_an_administrators_reach(cast):
    root = UserFactory(username="root", is_superuser=True, is_staff=True, password=PASSWORD)
    assert change(cast, root, is_active="").status_code == 403
    new = {"password1": "stapled lemon parade", "password2": "stapled lemon parade"}
    reset = cast.browse_as(cast.ada).post(reverse("admin:auth_user_password_change", args=[root.pk]), new)
    assert reset.status_code == 403
    assert User.objects.get(pk=root.pk).check_password(PASSWORD)


def test_it_shows_roles_to_read_only(cast):
    group = Group.objects.get(name="Nurse")
    browser = cast.browse_as(cast.ada)
    url = reverse("admin:auth_group_change", args=[group.pk])
    assert browser.get(url).status_code == 200
    assert browser.post(url, {"name": "Nurses"}).status_code == 403


@pytest.mark.parametrize("name", ["sam", "rosa", "okafor", "ann"])
def test_it_opens_to_nobody_but_an_administrator(cast, name):
    assert cast.browse_as(getattr(cast, name)).get(address("changelist")).status_code in (302, 403)
