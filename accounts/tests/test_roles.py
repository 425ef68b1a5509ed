"""Roles are groups that equal the table of roles."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import OperationalError

from accounts import groups
from accounts.roles import ROLES

# The pages' account may not write groups at all; migrations make them, as the owner.
pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def stored():
    pairs = Group.objects.using("owner").values_list(
        "name", "permissions__content_type__app_label", "permissions__codename"
    )
    found = {}
    for name, room, codename in pairs:
        found.setdefault(name, set()).add(f"{room}.{codename}")
    return found


def test_it_finds_the_groups_equal_to_the_table():
    assert stored() == ROLES


def test_it_takes_back_what_was_added_by_hand():
    group, rights = Group.objects.using("owner").get(name="Nurse"), Permission.objects.using("owner")
    group.permissions.add(rights.get(codename="view_billing"))
    group.permissions.remove(rights.get(codename="view_chart"))
    groups.make_groups_equal("owner")
    assert stored() == ROLES


def test_it_is_the_owner_alone_who_changes_what_a_role_may_do():
    with pytest.raises(OperationalError, match="denied"):
        Group.objects.get(name="Nurse").permissions.clear()


def test_it_refuses_a_right_that_no_model_declares(monkeypatch):
    monkeypatch.setitem(groups.ROLES, "Nurse", {"clinical.view_chart", "clinical.veiw_test"})
    with pytest.raises(groups.UnknownPermission, match=r"clinical\.veiw_test"):
        groups.make_groups_equal("owner")
    assert stored()["Nurse"] > {"clinical.view_test"}


def test_it_gives_patients_nothing_but_their_own_pages():
    assert all("_my_" in right for right in ROLES["Patient"])
    assert not any(".view_my_" in right for role in ROLES if role != "Patient" for right in ROLES[role])
