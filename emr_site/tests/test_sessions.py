"""Sessions end after idle time, at the price of one write a minute."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse

from emr_site.sessions import IdleSessionMiddleware, SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    store = SessionStore()
    store["who"] = "Rosa"
    store.save()
    return SessionStore(store.session_key)


def answer(rf, session, *, touch=True, **headers):
    def view(request):
        if touch:
            request.session.get("who")
        return HttpResponse()

    request = rf.get("/", headers=headers)
    request.session = session
    IdleSessionMiddleware(view)(request)
    return session.modified


def age(session, seconds):
    session["renewed_at"] = int(time.time()) - seconds
    session.modified = False
    session.accessed = False


def test_it_writes_nothing_within_a_minute(rf, session):
    assert not answer(rf, session)


def test_it_moves_the_expiry_after_a_minute_of_use(rf, session):
    age(session, 61)
    assert answer(rf, session)


def test_it_does_not_count_what_a_page_asks_by_itself(rf, session):
    age(session, 61)
    assert not answer(rf, session, **{"X-Background": "1"})


def test_it_does_not_touch_a_session_that_nobody_read(rf, session):
    age(session, 61)
    assert not answer(rf, session, touch=False)


def test_it_makes_no_session_for_a_stranger(rf):
    assert not answer(rf, SessionStore())


def test_it_forgets_a_session_after_idle_time(session):
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    assert SessionStore(session.session_key).get("who") is None


def test_it_expires_after_the_idle_minutes(session, settings):
    left = Session.objects.get().expire_date.timestamp() - time.time()
    assert abs(left - settings.SESSION_COOKIE_AGE) < 5
