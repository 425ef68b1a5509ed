"""One's own profile."""

import pytest
from django.urls import reverse

from accounts.models import User
from audit.models import AuditLog

pytestmark = pytest.mark.django_db
PROFILE = "/profile/"


def test_it_shows_the_role_and_the_record(cast):
    assert cast.ann_record
    page = cast.browse_as(cast.ann).get(PROFILE).content.decode()
    assert "Patient" in page
    assert "Ann Hale" in page


def test_it_shows_whom_one_sees_patients_as(cast):
    assert cast.okafor_provider
    page = cast.browse_as(cast.okafor).get(PROFILE).content.decode()
    assert "Dr. Chidi Okafor, General practice" in page


def test_it_saves_names_and_e_mail_in_the_persons_name(cast):
    answers = {"given_name": "Anne", "family_name": "Hale", "email": "anne@example.org"}
    response = cast.browse_as(cast.ann).post(PROFILE, answers)
    assert response.url == reverse("accounts:profile")
    assert User.objects.filter(pk=cast.ann.pk, **answers).exists()
    entry = AuditLog.objects.filter(table_name="Users", record_id=cast.ann.pk, action="U").first()
    assert entry.user_name == "ann"
    assert entry.new_value["given_name"] == "Anne"


def test_it_keeps_what_was_typed_when_the_e_mail_is_wrong(cast):
    response = cast.browse_as(cast.ann).post(PROFILE, {"given_name": "Anne", "email": "anne@"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Enter the e-mail address in full" in page
    assert 'value="Anne"' in page
    assert User.objects.get(pk=cast.ann.pk).given_name == "Ann"


@pytest.mark.parametrize("field", ["is_staff", "is_superuser", "is_active", "username", "groups"])
def test_it_changes_nothing_else(cast, field):
    browser = cast.browse_as(cast.ann)
    before = User.objects.filter(pk=cast.ann.pk).values().get()
    browser.post(PROFILE, {"given_name": "Ann", "family_name": "Hale", field: "1"})
    assert User.objects.filter(pk=cast.ann.pk).values().get() == before
    assert list(cast.ann.groups.values_list("name", flat=True)) == ["Patient"]
