"""Signing in, by the page."""

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import UserFactory
from audit.models import AuditLog
from emr_site.hashers import ClinicArgon2Hasher
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def nell():
    return UserFactory(username="nell", role="Patient", password=PASSWORD)


def sign_in(client, username="nell", password=PASSWORD, **more):
    return client.post(reverse("accounts:sign_in"), {"username": username, "password": password, **more})


def test_it_lets_in_with_name_and_password_and_leads_home(client, nell):
    response = sign_in(client)
    assert response.status_code == 302
    assert response.url == reverse("home")
    assert client.get(reverse("accounts:profile")).context["user"] == nell


def test_it_comes_back_to_the_page_that_was_asked_for(client, nell):
    page = reverse("accounts:profile") + "?from=a+link"
    asked = client.get(page)
    assert asked.url.startswith(reverse("accounts:sign_in"))
    form = client.get(asked.url)
    assert sign_in(client, next=form.context["next"]).url == page


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_it_leads_nowhere_else(client, nell, elsewhere):
    assert sign_in(client, next=elsewhere).url == reverse("home")


@pytest.mark.parametrize(("username", "password"), [("nell", "wrong"), ("nobody", PASSWORD), ("x" * 150, PASSWORD)])
def test_it_refuses_with_one_sentence_for_a_wrong_name_or_password(client, nell, username, password):
    response = sign_in(client, username, password)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: Sign in" in page
    assert "The user name or the password is not right." in page
    assert f'value="{username}"' in page
    assert password not in page
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("field", "sentence"), [("username", "Enter your user name."), ("password", "Enter your password.")]
)
def test_it_names_the_field_that_is_empty(client, nell, field, sentence):
    response = sign_in(client, **{field: ""})
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_it_refuses_whoever_is_no_longer_active(client, nell):
    with signed():
        User.objects.filter(pk=nell.pk).update(is_active=False)
    assert sign_in(client).status_code == 422


def test_it_never_sends_the_password_to_the_database(client, nell):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        sign_in(client)
    sent = " ".join(query["sql"] for query in queries)
    assert "CheckLogin" in sent
    assert PASSWORD not in sent


def test_it_hashes_once_for_an_unknown_name_too(client, nell, monkeypatch):
    hashed, encode = [], ClinicArgon2Hasher.encode
    monkeypatch.setattr(ClinicArgon2Hasher, "encode", lambda *args: hashed.append(args) or encode(*args))
    sign_in(client, "nobody")
    assert len(hashed) == 1


def test_it_renews_a_hash_of_an_old_kind_in_the_persons_name(client, nell):
    old = ClinicArgon2Hasher()
    old.time_cost, old.memory_cost = 1, 1024
    with signed():
        User.objects.filter(pk=nell.pk).update(password=old.encode(PASSWORD, old.salt()))
    sign_in(client, password="wrong")
    assert "m=1024" in User.objects.get(pk=nell.pk).password
    sign_in(client)
    renewed = User.objects.get(pk=nell.pk).password
    assert "m=47104,t=2,p=1" in renewed
    assert check_password(PASSWORD, renewed)
    assert AuditLog.objects.filter(table_name="Users", record_id=nell.pk).first().user_name == "nell"


def test_it_leaves_one_entry_signed_as_the_person(client, nell):
    sign_in(client)
    entry = AuditLog.objects.get(event="sign_in")
    assert (entry.user_id, entry.user_name, entry.role, entry.address) == (nell.pk, "nell", "Patient", "127.0.0.1")
    assert User.objects.get(pk=nell.pk).last_login


def test_it_leaves_an_entry_of_a_failed_one_too(client, nell):
    sign_in(client, password="wrong")
    entry = AuditLog.objects.using("denials").get(event="sign_in_failed")
    assert (entry.user_name, entry.outcome, entry.address) == ("nell", "4", "127.0.0.1")


def test_a_name_that_nobody_has_is_not_kept_for_it_may_be_a_password(client, nell):
    sign_in(client, username="Tr0ub4dor&3", password="nell")
    assert AuditLog.objects.using("denials").get(event="sign_in_failed").user_name == "unknown name"


def test_it_leads_home_whoever_has_signed_in_already(cast):
    assert cast.browse_as(cast.ann).get(reverse("accounts:sign_in")).url == reverse("home")
