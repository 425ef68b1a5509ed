"""Who acts: the person or program that the database's audit names for each write.

Connections outlive requests, so a connection must never sign as the last request did: before every write the
signature on the connection is compared with the current actor and put right.
"""

import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple, dataclass
from functools import partial

from django.db import connections
from django.db.backends.signals import connection_created

READS = ("SELECT", "SET", "SAVEPOINT", "RELEASE", "ROLLBACK", "SHOW", "EXPLAIN")
SIGN = (
    "SET @emr_user_id = %s, @emr_user_name = %s, @emr_role = %s, @emr_address = %s, @emr_request_id = %s,"
    " @emr_purpose_of_use = %s"
)


@dataclass(frozen=True)
class Actor:
    """Who acts, from where and why; purpose_of_use is a code of HL7's PurposeOfUse (TREAT, HPAYMT, HOPERAT …)."""

    user_id: int | None
    user_name: str
    role: str = ""
    address: str = ""
    request_id: str = ""
    purpose_of_use: str = "TREAT"


NOBODY = Actor(None, None, None, None, None, None)
# An Actor, or a function that finds it: who a request's user is costs queries that most requests need not pay.
_current = ContextVar("actor", default=NOBODY)


def current_actor():
    current = _current.get()
    return current() if callable(current) else current


@contextmanager
def acting_as(actor):
    """Act as `actor` (or as whom that function finds) inside the block."""
    token = _current.set(actor)
    try:
        yield actor
    finally:
        _current.reset(token)


def system_actor(name):
    """A program of our own, such as "import_fhir", that acts without a person."""
    return Actor(None, name, "System", "", uuid.uuid4().hex, "HOPERAT")


def actor_of(request):
    """The signed-in user of a request; nobody before the sign-in has succeeded."""
    user = request.user
    if not user.is_authenticated:
        return NOBODY
    address = request.META.get("REMOTE_ADDR", "")
    return Actor(user.pk, user.get_username(), user.role_names, address, request.request_id)


class Signature:
    """Keeps one connection signed as the current actor; installed as an execute wrapper."""

    def __init__(self, connection):
        self.connection, self.signed_as = connection, NOBODY

    def __call__(self, execute, sql, params, many, context):
        if not str(sql).lstrip(" \n(").upper().startswith(READS):
            self.sign(current_actor())
        return execute(sql, params, many, context)

    def sign(self, actor):
        if actor != self.signed_as:
            with self.connection.cursor() as cursor:
                cursor.execute(SIGN, astuple(actor))
            self.signed_as = actor


def sign_new_connection(sender, connection, **kwargs):
    """A new session in the database knows nobody yet, even under an old connection object."""
    if connection.vendor != "mysql":
        return
    connection.execute_wrappers[:] = [each for each in connection.execute_wrappers if not isinstance(each, Signature)]
    connection.execute_wrappers.append(Signature(connection))


connection_created.connect(sign_new_connection, dispatch_uid="emr_site.actor")


class ActorMiddleware:
    """Makes the signed-in user the actor of the request, and leaves no signature behind."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = uuid.uuid4().hex
        try:
            with acting_as(partial(actor_of, request)):
                return self.get_response(request)
        finally:
            clear_signatures(request.request_id)


def clear_signatures(request_id):
    """Sign what this request signed as nobody. A connection out of reach now signs anew at its next write anyway."""
    for connection in connections.all(initialized_only=True):
        if connection.connection is not None and not connection.needs_rollback:
            for wrapper in connection.execute_wrappers:
                if isinstance(wrapper, Signature) and wrapper.signed_as.request_id == request_id:
                    wrapper.sign(NOBODY)
