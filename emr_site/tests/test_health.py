"""/health/live and /health/ready, as a load balancer asks them."""

import pytest
from django.db import OperationalError

from emr_site import health


def test_it_lives_without_a_database(client):
    assert client.get("/health/live").json() == {"status": "live"}


@pytest.mark.django_db
def test_it_is_ready_when_every_migration_is_applied(client):
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


@pytest.mark.django_db
def test_it_asks_one_thing_and_opens_no_session(client, django_assert_max_num_queries):
    health.known_migrations()
    with django_assert_max_num_queries(2):
        response = client.get("/health/ready")
    assert not response.cookies


@pytest.mark.django_db
def test_it_is_not_ready_while_a_migration_is_missing(client, monkeypatch):
    known = health.known_migrations() | {("reception", "9999_tomorrow")}
    monkeypatch.setattr(health, "known_migrations", lambda: known)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["reason"] == "Migrations not applied: 1."


@pytest.mark.django_db
def test_it_is_not_ready_without_its_database(client, monkeypatch):
    def refuse(self):
        raise OperationalError(2002, "no server")

    monkeypatch.setattr("django.db.migrations.recorder.MigrationRecorder.applied_migrations", refuse)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["reason"] == "The database does not answer."


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_it_refuses_a_post(client, path):
    assert client.post(path).status_code == 405
