"""How users of the first system move in: their passwords hashed, their roles as groups."""

from django.contrib.auth.hashers import make_password

from accounts.roles import ROLES
from emr_site.adoption.row import SetAside
from emr_site.adoption.tables import AdoptedTable, register

BACK_OFFICE = ("Staff", "Administrator")


def user(row):
    username, password = row.text("username", limit=150), row.raw("password")
    if username is None:
        raise SetAside("username_missing", "A user without a name cannot sign in.")
    if not password:
        row.note("password_missing", "No password was stored: the account waits for a new one.")
    return {
        "user_id": row.integer("userid", "id"),
        "username": username,
        "password": make_password(password or None),
        "is_staff": role_of(row) in BACK_OFFICE,
    }


def role_of(row):
    """The role that is meant, whatever its case; None for one that nobody here has."""
    role = row.text("role")
    return next((name for name in ROLES if role and role.strip().lower() == name.lower()), None)


def give_role(cursor, row, user_id):
    group = role_of(row)
    if group is None:
        row.note("unknown_role", "The role is unknown: the account has none and sees nothing.")
        return
    cursor.execute(
        "INSERT INTO Users_Group (user_id, group_id) SELECT %s, id FROM auth_group WHERE name = %s",
        [user_id, group],
    )


register(
    AdoptedTable("users", "Users", "user_id", user, order=10, generation="B", renumbered=True, placed=give_role),
    explanations={"users_username_taken": "Another user has this name."},
)
