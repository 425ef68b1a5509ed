"""The back office's lists and forms, whatever the table."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from emr_site.back_office import paging
from emr_site.back_office.tables import EditedAdmin, TableAdmin
from reception.models import Patient, Provider, Room
from reception.tests.factories import PatientFactory, RoomFactory

pytestmark = pytest.mark.django_db

OURS = {model: each for model, each in admin.site._registry.items() if isinstance(each, TableAdmin)}


def address(model, verb, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{verb}", args=args)


@pytest.mark.parametrize("model", OURS)
def test_its_list_asks_as_few_questions_however_long_it_is(cast, model):
    cast.call_everyone()
    client = cast.browse_as(cast.ada)
    assert client.get(address(model, "changelist")).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address(model, "changelist"))
    # session, user, permissions, count, rows, what the filters offer; two savepoints that cost nothing
    assert len(queries) <= 10, [each["sql"][:90] for each in queries]


@pytest.mark.parametrize("model", OURS)
def test_it_counts_no_further_than_it_lists(cast, model, monkeypatch):
    monkeypatch.setattr(paging, "ROWS_COUNTED", 1)
    cast.call_everyone()
    client = cast.browse_as(cast.ada)
    with CaptureQueriesContext(connection) as queries:
        client.get(address(model, "changelist"))
    counts = [each["sql"] for each in queries if each["sql"].startswith("SELECT COUNT")]
    assert counts
    assert all("LIMIT 2" in sql for sql in counts)


@pytest.mark.parametrize("model", OURS)
def test_it_deletes_no_rows_by_the_handful(cast, model):
    cast.call_everyone()
    row = model.objects.first()
    if row is not None:
        chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        cast.browse_as(cast.ada).post(address(model, "changelist"), chosen)
        assert model.objects.filter(pk=row.pk).exists()


def test_it_says_that_a_long_list_goes_on(cast, monkeypatch):
    monkeypatch.setattr(paging, "ROWS_COUNTED", 2)
    for _ in range(3):
        RoomFactory()
    text = cast.browse_as(cast.sam).get(address(Room, "changelist")).content.decode()
    assert "The first 2 rooms. Narrow the list to find others." in text
    assert "Nothing found." in cast.browse_as(cast.sam).get(address(Room, "changelist"), {"q": "999"}).content.decode()


def test_every_form_of_ours_that_creates_carries_a_key(cast):
    client = cast.browse_as(cast.ada)
    for model, each in OURS.items():
        if isinstance(each, EditedAdmin):
            assert 'name="idempotency_key"' in client.get(address(model, "add")).content.decode(), model


def test_pressing_save_twice_creates_one_room(cast):
    client = cast.browse_as(cast.sam)
    sent = {"room_number": "107", "idempotency_key": "7f2d3c1e-8a55-4a0e-9a45-0c1d7f7b6a11"}
    for _ in range(2):
        assert client.post(address(Room, "add"), sent).status_code == 302
    assert Room.objects.filter(room_number=107).count() == 1


def test_it_stands_in_the_products_frame_without_any_inline_script_or_style(cast):
    patient = PatientFactory()
    response = cast.browse_as(cast.ada).get(address(type(patient), "change", patient.pk))
    text = response.content.decode()
    assert 'class="rail on-dark"' in text
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_it_writes_dates_as_every_page_does(cast):
    patient = PatientFactory()
    text = cast.browse_as(cast.ada).get(address(type(patient), "changelist")).content.decode()
    assert "14-Aug-1980" in text
    assert (
        'value="14-Aug-1980"'
        in cast.browse_as(cast.ada).get(address(type(patient), "change", patient.pk)).content.decode()
    )


def test_signing_out_and_passwords_have_one_door_each(cast):
    client = cast.browse_as(cast.ada)
    assert client.get("/back-office/password_change/")["Location"] == reverse("accounts:change_password")
    assert client.get("/back-office/logout/")["Location"] == reverse("accounts:profile")


@pytest.mark.parametrize("query", ["family_name__startswith=A", "email__regex=a", "user__username=rosa"])
def test_an_address_filters_by_nothing_but_the_filters(cast, query):
    browser = cast.browse_as(cast.sam)
    response = browser.get(f"{address(Patient, 'changelist')}?{query}")
    assert response.status_code == 400
    assert browser.get(f"{address(Room, 'changelist')}?managing_department=Oncology").status_code == 200
    assert browser.get(f"{address(Provider, 'changelist')}?deactivated_at__isempty=1").status_code == 200
