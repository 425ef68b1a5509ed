"""Too many wrong passwords close the door for one name from one address, for a while."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def nell():
    return UserFactory(username="nell", role="Patient", password=PASSWORD)


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch):
    """Ten wrong passwords in every test: what they cost is not the matter here."""
    monkeypatch.setattr("emr_site.hashers.ClinicArgon2Hasher.memory_cost", 1024)


def try_to(client, password, username="nell", **headers):
    return client.post(reverse("accounts:sign_in"), {"username": username, "password": password}, **headers)


def close_the_door(client):
    return [try_to(client, "wrong").status_code for _ in range(settings.AXES_FAILURE_LIMIT)]


def test_it_closes_with_a_sentence_that_says_when_to_try_again(client, nell):
    assert close_the_door(client) == [422] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    answer = try_to(client, PASSWORD)
    opens = timezone.localtime() + timedelta(minutes=15)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    page = " ".join(answer.content.decode().split())
    assert "in 15 minutes" in page
    assert f"{opens:%H:%M}" in page or f"{opens - timedelta(minutes=1):%H:%M}" in page


def test_it_does_not_care_how_the_name_is_written(client, nell):
    close_the_door(client)
    assert try_to(client, PASSWORD, "NELL").status_code == 429


def test_it_leaves_other_names_and_other_addresses_alone(client, nell):
    UserFactory(username="otto", role="Patient", password=PASSWORD)
    close_the_door(client)
    assert try_to(client, PASSWORD, "otto").status_code == 302
    client.logout()
    assert try_to(client, PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_an_address_that_tries_many_names_is_closed_for_all_of_them(client, nell, monkeypatch):
    monkeypatch.setattr("accounts.lockout.ADDRESS_LIMIT", 6)
    for number in range(6):
        assert try_to(client, "wrong", f"guess{number}").status_code == 422
    answer = try_to(client, PASSWORD)
    assert answer.status_code == 429
    assert "Sign-in for every name is closed" in " ".join(answer.content.decode().split())
    assert try_to(client, PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        client.logout()
        assert try_to(client, PASSWORD).status_code == 302


def test_it_opens_again_though_someone_keeps_trying(client, nell):
    close_the_door(client)
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        assert try_to(client, "wrong").status_code == 429
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert try_to(client, PASSWORD).status_code == 302


def test_it_forgets_the_wrong_ones_after_a_right_one(client, nell):
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        try_to(client, "wrong")
    assert try_to(client, PASSWORD).status_code == 302
    client.logout()
    assert try_to(client, "wrong").status_code == 422
