"""Roles are groups, made equal to the table of roles after every migrate."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions

from accounts.roles import ROLES


class UnknownPermission(Exception):
    """The table of roles grants a right that no model declares."""


def make_groups_equal(using, apps=installed, **kwargs):
    """Make the groups of the database those of ROLES: each there, with these rights and no others."""
    try:
        groups, permissions = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return  # a migration back to a time before groups
    refuse_unknown_permissions()
    # The rooms that come after this one have not been given theirs yet.
    for config in installed.get_app_configs():
        create_permissions(config, verbosity=0, using=using, apps=apps)
    stored = permissions.objects.using(using).select_related("content_type")
    by_name = {f"{each.content_type.app_label}.{each.codename}": each for each in stored}
    for role, rights in ROLES.items():
        group, _ = groups.objects.using(using).get_or_create(name=role)
        group.permissions.set(by_name[right] for right in rights if right in by_name)


def refuse_unknown_permissions():
    """Raise UnknownPermission for a misspelt right: the role would silently lack it."""
    unknown = set().union(*ROLES.values()) - declared_permissions()
    if unknown:
        raise UnknownPermission(f"accounts/roles.py: no model declares {', '.join(sorted(unknown))}.")


def declared_permissions():
    """Every right that the models declare, as "room.codename"."""
    return {
        f"{model._meta.app_label}.{codename}" for model in installed.get_models() for codename in codenames(model._meta)
    }


def codenames(meta):
    return [f"{verb}_{meta.model_name}" for verb in meta.default_permissions] + [
        codename for codename, _ in meta.permissions
    ]
