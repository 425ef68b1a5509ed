"""Where a doctor's day begins: patients of today, notes to sign, notes to co-sign."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical import procedures
from clinical.models import Note
from clinical.tests.acting import chart_url
from clinical.tests.notes import signed_by, written
from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from reception.tests.desk import arrives, today_at
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


def page_of(cast, user):
    return cast.browse_as(user).get("/my-day/").content.decode()


def test_it_is_a_doctors_home(cast):
    for user in (cast.okafor, cast.trainee, cast.locum):
        assert cast.browse_as(user).get("/").url == "/my-day/"


def test_it_shows_ones_own_patients_of_today(cast):
    today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    today_at("10:30", patient=cast.bo_record, provider=cast.lund_provider)
    walk_in = VisitFactory(patient=cast.bo_record, provider=cast.okafor_provider, date=day(0), reason="Bee sting")
    page = page_of(cast, cast.okafor)
    assert "HALE, Ann" in page
    assert "Bee sting" in page
    assert chart_url("visit", cast.bo_record, walk_in) in page
    assert "HALE, Ann" not in page_of(cast, cast.lund)


def test_it_says_where_each_is_and_what_is_next_and_folds_the_done(cast):
    came = timezone.now() - timedelta(minutes=12)
    waiting = today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    visit = arrives(waiting, arrived_at=came)
    seen = today_at("09:00", patient=cast.bo_record, provider=cast.okafor_provider)
    arrives(seen, arrived_at=came, started_at=came, left_at=timezone.now())
    page = cast.browse_as(cast.okafor).get("/my-day/")
    assert [row.at.hour for row in page.context["to_see"]] == [10]
    assert [row.at.hour for row in page.context["done"]] == [9]
    text = page.content.decode()
    assert "12 min" in text
    assert "c-wait" in text
    assert chart_url("start_visit", cast.ann_record, visit) in text
    assert text.index("1 done") > text.index("10:30")


def test_an_unsigned_note_waits_until_it_is_signed(cast):
    assert "Every note of yours is signed." in page_of(cast, cast.okafor)
    with signed():
        note = written(cast.ann_note_visit)
    address = chart_url("visit", cast.ann_record, cast.ann_note_visit)
    assert address in page_of(cast, cast.okafor)
    assert address not in page_of(cast, cast.lund)
    with signed():
        signed_by(cast.okafor, note)
    assert address not in page_of(cast, cast.okafor)


def test_a_trainees_note_waits_with_those_who_may_co_sign(cast):
    with signed():
        signed_by(cast.trainee, written(cast.ann_note_visit))
    address = chart_url("clinical_record", cast.ann_record, cast.ann_note_visit)
    assert address in page_of(cast, cast.lund)
    assert "Notes to co-sign" not in page_of(cast, cast.trainee)


def test_a_signature_alone_takes_a_note_off_the_lists(cast):
    with signed():
        note = written(cast.ann_note_visit)
        Note.objects.filter(pk=note.pk).update(waits_for=None)
    assert Note.objects.unsigned().contains(note)
    with signed():
        signed_by(cast.trainee, note)
    assert Note.objects.waiting_for_cosigner().contains(note)
    with acting_as(Actor(cast.lund.pk, "lund")):
        procedures.cosign_note(note.pk)
        Note.objects.filter(pk=note.pk).update(waits_for="author")
    assert Note.objects.get(pk=note.pk).waits_for is None


def test_it_takes_few_queries_however_many_wait(cast, django_assert_max_num_queries):
    for n in range(12):
        visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(-n))
        with signed():
            written(visit)
    client = cast.browse_as(cast.okafor)
    with django_assert_max_num_queries(8):
        client.get("/my-day/")
