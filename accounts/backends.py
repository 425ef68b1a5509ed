"""How a person signs in, and what they may then do: one query for the user with the roles and the rights."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db import connection

from accounts.models import User
from accounts.procedures import check_login
from emr_site.actor import Actor, acting_as
from emr_site.rows import rows

# Every request asks this, so it is written out: composing it takes Django four times as long as it takes.
RIGHTS = """
SELECT GROUP_CONCAT(CONCAT(c.app_label, '.', p.codename) SEPARATOR ' ')
  FROM (SELECT gp.permission_id
          FROM Users_Group AS ug JOIN auth_group_permissions AS gp ON gp.group_id = ug.group_id
         WHERE ug.user_id = %s
         UNION
        SELECT up.permission_id FROM Users_Permission AS up WHERE up.user_id = %s) AS given
  JOIN auth_permission AS p ON p.id = given.permission_id
  JOIN django_content_type AS c ON c.id = p.content_type_id"""
ROLE_NAMES = """
SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
  FROM Users_Group AS ug JOIN auth_group AS g ON g.id = ug.group_id
 WHERE ug.user_id = %s"""
USER = f"""
SELECT u.*, COALESCE(({ROLE_NAMES}), '') AS role_names, ({RIGHTS}) AS rights
  FROM Users AS u
 WHERE u.user_id = %s"""


class CheckLoginBackend(ModelBackend):
    """Sign-in through the procedure CheckLogin; Django verifies the hash it returns."""

    def authenticate(self, request, username=None, password=None, role=None, **kwargs):
        if username is None or password is None:
            return None
        found = check_login(username, role=role)
        user = found and self.get_user(found["user_id"])
        if user is None:
            User().set_password(password)  # an unknown name must not answer faster than a wrong password
            return None
        # Only a right password writes here: when its hash is of an old kind, the person signs the new one.
        with acting_as(person(user, request)):
            return user if user.check_password(password) else None

    def get_user(self, user_id):
        found = rows(USER, [user_id] * 4)
        user = user_of(found[0]) if found else None
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = permissions_of(user_obj)
        return user_obj._perm_cache


def user_of(row):
    fields = User._meta.concrete_fields
    values = [field.to_python(row[field.column]) for field in fields]
    user = User.from_db(connection.alias, [field.attname for field in fields], values)
    user.role_names, user.rights = row["role_names"], row["rights"]
    return user


def permissions_of(user):
    """Every right of the user as "room.codename", by role or given to the person."""
    if user.is_superuser:
        rights = Permission.objects.order_by().values_list("content_type__app_label", "codename")
        return {f"{room}.{codename}" for room, codename in rights}
    return set((rights_of(user) or "").split())


def rights_of(user):
    """The rights as text: fetched with the person who signed in, asked for anybody else."""
    if hasattr(user, "rights"):
        return user.rights
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS, [user.pk, user.pk])
        return cursor.fetchone()[0]


def person(user, request):
    address = request.META.get("REMOTE_ADDR", "") if request else ""
    return Actor(user.pk, user.username, user.role_names, address, getattr(request, "request_id", ""))
