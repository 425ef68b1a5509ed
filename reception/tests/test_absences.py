"""A provider who is away, or a closed day, with people booked: seen on the board, counted, listed, said when saved."""

from datetime import time
from uuid import uuid4

import pytest
from django.urls import reverse

from emr_site.tests.factories import signed
from reception.absences import booked_while_away, hit_by
from reception.board import Day
from reception.models import ProviderException, ProviderHours
from reception.tests.desk import arrives, today_at, works
from reception.tests.factories import AppointmentFactory, PlaceFactory, day
from reception.tests.schedule_factories import HolidayFactory, ProviderExceptionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(cast):
    """Tomorrow at half past ten, with a provider who works then."""
    works(cast.okafor_provider, day(1), "09:00", "12:00")
    return AppointmentFactory(provider=cast.okafor_provider, patient=cast.ann_record)


def column_of(booked):
    (column,) = [each for each in Day(booked.date).columns if each.provider == booked.provider]
    return column


def test_a_provider_who_is_away_has_a_closed_day_that_says_why(cast, booked):
    ProviderExceptionFactory(provider=booked.provider, reason="Ill")
    column = column_of(booked)
    assert (column.why_away, column.free) == ("Ill", [])
    assert {shut.word for shut in column.closed} == {"Ill"}
    page = cast.browse_as(cast.rosa).get(f"/board/?day={day(1)}").content.decode()
    assert '<b class="out"> · Ill</b>' in page


def test_a_closed_day_is_closed_in_every_column(booked):
    HolidayFactory(date=booked.date, name="Founders")
    column = column_of(booked)
    assert {shut.word for shut in column.closed} == {"Founders"}


def test_a_provider_without_hours_is_closed_for_the_hours_that_were_told(cast):
    row = AppointmentFactory(patient=cast.ann_record, time=time(15))
    ProviderExceptionFactory(provider=row.provider, starts=time(9), ends=time(10), reason="Course")
    assert [(shut.row, shut.rows, shut.word) for shut in column_of(row).closed] == [(5, 4, "Course")]


@pytest.mark.parametrize("why", ["away", "hours", "holiday", "place"])
def test_it_counts_and_lists_who_is_booked_with_nobody(cast, booked, why):
    client = cast.browse_as(cast.rosa)
    assert "Booked while away" not in client.get("/board/").content.decode()
    if why == "away":
        ProviderExceptionFactory(provider=booked.provider)
    elif why == "hours":
        ProviderExceptionFactory(provider=booked.provider, starts=time(10), ends=time(11))
    elif why == "holiday":
        HolidayFactory(date=booked.date)
    else:
        place = PlaceFactory()
        with signed():
            ProviderHours.objects.update(place=place)
        HolidayFactory(date=booked.date, place=place)
    assert "Booked while away or closed" in client.get("/board/").content.decode()
    assert "HALE, Ann" in client.get("/appointments/to-do/while-away/").content.decode()


def test_who_is_in_all_the_same_and_hours_beside_it_count_for_nothing(booked):
    ProviderExceptionFactory(provider=booked.provider, starts=time(8), ends=time(10))
    HolidayFactory(date=booked.date)
    inside = {"kind": ProviderException.Kind.IN, "starts": time(10), "ends": time(12)}
    ProviderExceptionFactory(provider=booked.provider, **inside)
    assert booked_while_away(day(0)).count() == 0


def test_the_desk_writes_down_an_absence_and_ends_it(cast, booked):
    client = cast.browse_as(cast.rosa)
    page = client.get(f"/board/absences/?provider={booked.provider_id}&first_day={day(1)}")
    assert page.context["form"]["provider"].value() == str(booked.provider_id)
    typed = {"provider": booked.provider_id, "first_day": f"{day(1):%d-%m-%Y}", "reason": "Ill"}
    page = client.post("/board/absences/", typed, follow=True).content.decode()
    assert "One appointment is booked in this time" in page
    row = ProviderException.objects.get()
    assert (row.first_day, row.last_day, row.reason, hit_by(row).get()) == (day(1), day(1), "Ill", booked)
    client.post(f"/board/absences/{row.pk}/end/")
    assert not ProviderException.objects.exists()


def test_an_absence_that_has_begun_keeps_what_was(cast, booked):
    row = ProviderExceptionFactory(provider=booked.provider, first_day=day(-3), last_day=day(3))
    cast.browse_as(cast.rosa).post(f"/board/absences/{row.pk}/end/")
    row.refresh_from_db()
    assert row.last_day == day(-1)


def test_an_absence_of_yesterday_is_refused(cast, booked):
    typed = {"provider": booked.provider_id, "first_day": f"{day(-1):%d-%m-%Y}"}
    assert cast.browse_as(cast.rosa).post("/board/absences/", typed).status_code == 422


def test_the_back_office_says_how_many_a_closed_day_hits(cast, booked):
    typed = {"date": f"{booked.date}", "name": "Founders", "idempotency_key": str(uuid4())}
    page = cast.browse_as(cast.ada).post(reverse("admin:reception_holiday_add"), typed, follow=True).content.decode()
    assert "One appointment is booked in this time" in page


def test_whoever_is_here_from_any_earlier_day_is_listed(cast):
    for days in (-1, -5):
        arrives(AppointmentFactory(date=day(days), patient=cast.ann_record))
    client = cast.browse_as(cast.rosa)
    assert today_at("09:00")
    page = client.get("/board/").content.decode()
    assert 'Still here from earlier days</span><b class="tn">2</b>' in page
    assert client.get("/appointments/to-do/still-here/").content.decode().count("HALE, Ann") == 2
