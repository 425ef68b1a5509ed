"""Sessions that end after idle time, kept in the database so that they can be revoked."""

import time

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

RENEW_AFTER_S = 60
LIVE_SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """A session that remembers when its expiry was last moved."""

    def load(self):
        # Every request begins here: composing the query takes Django four times as long as it takes.
        with connection.cursor() as cursor:
            cursor.execute(LIVE_SESSION, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])

    def save(self, must_create=False):
        self["renewed_at"] = int(time.time())
        super().save(must_create)


class IdleSessionMiddleware:
    """Moves the expiry of a session in use, at most once a minute: a write for every page is too dear.

    A request that a page makes by itself says so with the header X-Background and does not count as use:
    else a board left open on a desk would never sign anybody out.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        session = request.session
        in_use = session.accessed and not session.is_empty() and "X-Background" not in request.headers
        if in_use and time.time() - session.get("renewed_at", 0) >= RENEW_AFTER_S:
            session.modified = True
        return response
