"""The nearest free times stand beside the form that books or moves, and a press fills it in."""

from datetime import time

import pytest
from django.urls import reverse

from clinical.tests.acting import send, shown
from emr_site.templatetags.emr import clinical_date
from reception.models import Appointment
from reception.tests.desk import url, works
from reception.tests.factories import AppointmentFactory, AppointmentTypeFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def okafor(cast):
    """Dr Okafor works from 9 to 11 on one day; 10:00 is taken."""
    works(cast.okafor_provider, day(2), "09:00", "11:00")
    AppointmentFactory(provider=cast.okafor_provider, date=day(2), time=time(10))
    return cast.okafor_provider


def offered(response):
    return response.context["free"]["times"] if "free" in response.context else response.context["form"].free["times"]


def test_the_nearest_stand_there_once_the_provider_is_chosen(cast, okafor):
    client, address = cast.browse_as(cast.rosa), reverse("reception:free_times")
    assert "Choose the provider" in client.get(address).content.decode()
    near = client.get(address, {"provider": okafor.pk, "date": clinical_date(day(2)), "time": "09:50"})
    assert "<html" not in near.content.decode()
    assert [at for date, at in offered(near) if date == day(2)] == [
        time(9), time(9, 15), time(9, 30), time(9, 45), time(10, 15), time(10, 30),
    ]  # fmt: skip
    assert "Choose the provider" not in near.content.decode()
    long = AppointmentTypeFactory(duration_minutes=45)
    longer = client.get(address, {"provider": okafor.pk, "date": str(day(2)), "appointment_type": long.pk})
    assert [at for date, at in offered(longer) if date == day(2)] == [time(9), time(9, 15), time(10, 15)]


def test_what_is_not_readable_yet_is_left_out(cast, okafor):
    told = {"provider": okafor.pk, "date": "soon", "time": "x", "duration_minutes": "-"}
    assert offered(cast.browse_as(cast.rosa).get(reverse("reception:free_times"), told))
    none = cast.browse_as(cast.rosa).get(
        reverse("reception:free_times"), {"provider": okafor.pk, "duration_minutes": "300"}
    )
    assert "has no free 300 minutes" in none.content.decode()


def test_a_press_fills_the_form_in_and_books_nothing(cast, okafor):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    form = shown(client, address) | {"provider": str(okafor.pk), "reason": "Cough", "time": "", "date": ""}
    response = client.post(address, form | {"free": f"{day(2)} 09:15"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Nothing is saved yet" in page
    for value in (clinical_date(day(2)), "09:15", "Cough"):
        assert f'value="{value}"' in page
    assert not Appointment.objects.filter(patient=cast.ann_record).exists()
    filled = {field.html_name: field.value() or "" for field in response.context["form"]}
    assert filled["idempotency_key"] == form["idempotency_key"]
    assert client.post(address, filled).status_code == 302
    assert Appointment.objects.get(patient=cast.ann_record).time == time(9, 15)


def test_after_a_taken_time_the_nearest_are_offered(cast, okafor):
    typed = {"provider": okafor.pk, "date": str(day(2)), "time": "10:00"}
    response = send(cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record), **typed)
    assert response.status_code == 422
    assert (day(2), time(9, 45)) in offered(response)
    assert f'value="{day(2)} 09:45"' in response.content.decode()


def test_a_move_is_filled_in_as_it_was_seen(cast, okafor):
    row = AppointmentFactory(patient=cast.ann_record, provider=cast.lund_provider)
    client, address = cast.browse_as(cast.rosa), url("move_appointment", row)
    form = shown(client, address) | {"provider": str(okafor.pk), "move_reason": "A journey"}
    response = client.post(address, form | {"free": f"{day(2)} 09:15"})
    filled = {field.html_name: field.value() or "" for field in response.context["form"]}
    assert (filled["version"], filled["move_reason"]) == (form["version"], "A journey")
    assert client.post(address, filled).status_code == 302
    row.refresh_from_db()
    assert (row.date, row.time) == (day(2), time(9, 15))


def test_the_fields_of_a_series_are_folded_away_until_used(cast):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    assert '<details class="form-more">' in client.get(address).content.decode()
    assert '<details class="form-more" open>' in send(client, address, times="3").content.decode()


def test_the_day_that_comes_along_is_written_as_people_write_it(cast):
    page = cast.browse_as(cast.rosa).get(f"{url('create_appointment', cast.ann_record)}?date={day(1)}").content.decode()
    assert f'value="{clinical_date(day(1))}"' in page
    assert "14/8/1980" not in page
