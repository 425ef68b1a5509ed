"""The database's procedure of this room."""

from accounts.models import User
from emr_site import db


def check_login(username, *, role=None):
    """Who may sign in by this name, as user_id, username, password (its hash) and role; None: nobody.

    The plain password never reaches SQL, where it could end in a log.
    """
    if len(username) > User._meta.get_field("username").max_length:
        return None
    return next(iter(db.call("CheckLogin", username=username, role=role)), None)
