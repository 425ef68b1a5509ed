"""A new password."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import UserFactory
from audit.models import AuditLog

pytestmark = pytest.mark.django_db
OLD, NEW = "correct horse battery", "stapled lemon parade"


@pytest.fixture
def nell(cast):
    return UserFactory(username="nell", given_name="Nell", role="Patient", password=OLD)


def change(browser, old=OLD, new=NEW, again=NEW):
    answers = {"old_password": old, "new_password1": new, "new_password2": again}
    return browser.post(reverse("accounts:change_password"), answers)


def test_it_changes_the_password_and_ends_every_other_session(cast, nell):
    here, elsewhere = cast.browse_as(nell), cast.browse_as(nell)
    assert change(here).url == reverse("accounts:profile")
    stored = User.objects.get(pk=nell.pk)
    assert stored.check_password(NEW)
    assert stored.password.startswith("argon2$argon2id$")
    assert here.get(reverse("accounts:profile")).status_code == 200
    assert elsewhere.get(reverse("accounts:profile")).status_code == 302


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"old": "wrong"}, "This is not your present password."),
        ({"again": "something else"}, "The two new passwords differ."),
        ({"new": "short", "again": "short"}, "at least 12 characters"),
        ({"new": "password1234", "again": "password1234"}, "too common"),
        ({"new": "", "again": ""}, "Enter the new password."),
    ],
)
def test_it_refuses_with_a_sentence_and_changes_nothing(cast, nell, answers, sentence):
    response = change(cast.browse_as(nell), **answers)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert User.objects.get(pk=nell.pk).password == nell.password


def test_it_leaves_an_entry_without_the_hash(cast, nell):
    change(cast.browse_as(nell))
    entry = AuditLog.objects.filter(table_name="Users", record_id=nell.pk, action="U").first()
    assert entry.user_name == "nell"
    assert User.objects.get(pk=nell.pk).password not in str(entry.new_value)


def test_it_asks_to_sign_in_first():
    assert change(Client()).url.startswith(reverse("accounts:sign_in"))
