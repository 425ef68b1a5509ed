"""A patient checks in alone: date of birth and code, what is still right, and the board shows who has arrived."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from audit.models import AuditLog
from emr_site.tests.factories import signed
from reception import procedures
from reception import self_check_in as checks
from reception.models import Appointment, CheckInCode, Consent, SelfCheckIn, WrongCode
from reception.tests.door import DOOR, fields, knock
from reception.tests.factories import day
from reception.tests.record_factories import ConsentFormFactory, InsuranceFactory
from reception.tries import MOST_WRONG

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("open_door")]


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_whole_way(cast, booked, code):
    form = ConsentFormFactory(title="Privacy notice")
    InsuranceFactory(patient=cast.ann_record, member_number="ZX123456")
    client = Client()
    inside = knock(f"{code[:3]} {code[3:]}", client=client).url
    page = client.get(inside)
    text = page.content.decode()
    assert "Hello, Ann" in text
    assert "number ending in 3456" in text
    for secret in ("ZX123456", "Check-up", "Hale", "MRN"):
        assert secret not in text
    typed = fields(page, phone_number="07700 900 555", signed_by_name="Ann Hale", **{f"consent_{form.pk}": "agreed"})
    assert client.post(inside, typed).status_code == 302
    booked.refresh_from_db()
    assert booked.status == "Arrived"
    cast.ann_record.refresh_from_db()
    assert cast.ann_record.phone_number == "07700 900 555"
    consent = Consent.objects.get()
    assert (consent.decision, consent.method, consent.signed_by_name) == ("agreed", "screen", "Ann Hale")
    assert "Please take a seat" in client.get(inside).content.decode()
    assert AuditLog.objects.filter(table_name="Visit", user_name="patient check-in").exists()
    board = cast.browse_as(cast.rosa).get("/board/").content.decode()
    assert "s-wait" in board
    history = cast.browse_as(cast.rosa).get(f"/appointments/{booked.pk}/").content.decode()
    assert "patient check-in" in history


def test_said_twice_it_is_done_once(booked, code):
    client = Client()
    inside = knock(code, client=client).url
    typed = fields(client.get(inside))
    assert [client.post(inside, typed).status_code for _ in range(2)] == [302, 200]
    assert SelfCheckIn.objects.count() == 1


@pytest.mark.parametrize("born", ["15/8/1980", "", "nonsense", "14/8/2099"])
def test_a_wrong_birth_date_opens_nothing(booked, code, born):
    answer = knock(code, born)
    assert answer.status_code == 422
    assert "Ann" not in answer.content.decode()


def test_five_wrong_birth_dates_lock_the_code(booked, code):
    said = {knock(code, "15/8/1980").content.decode().count("do not open a check-in") for _ in range(5)}
    assert said == {1}
    assert CheckInCode.objects.get().is_locked
    assert knock(code).status_code == 422
    knock(code, "15/8/1980")
    assert CheckInCode.objects.get().tries == 5


def test_who_guesses_codes_is_stopped_and_hears_the_same_sentence(booked, code):
    client = Client()
    with signed():
        WrongCode.objects.bulk_create(WrongCode(address="127.0.0.1") for _ in range(MOST_WRONG - 1))
    assert "do not open a check-in" in knock(wrong(code), client=client).content.decode()
    assert "do not open a check-in" in knock(code, client=client).content.decode()
    assert CheckInCode.objects.get().tries == 0


def test_a_waiting_room_that_mistypes_shuts_nobody_out(booked, code):
    for _ in range(40):
        knock(wrong(code))
    assert knock(code).status_code == 302


@pytest.mark.parametrize("text", ["12345", "abcdef", "", "١٢٣٤٥٦"])
def test_a_code_that_is_none_is_told(booked, text):
    assert "six digits" in knock(text).content.decode()


def test_a_code_of_another_day_or_of_a_moved_appointment_opens_nothing(cast, booked, code):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(date=day(1), move_reason="A call")
    assert knock(code).status_code == 422
    booked.refresh_from_db()
    with signed():
        assert checks.code_of(booked)
    assert CheckInCode.objects.get().date == day(1)


def test_the_page_closes_after_half_an_hour_and_no_token_can_be_made(booked, code):
    client = Client()
    inside = knock(code, client=client).url
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        assert "open for too long" in client.get(inside).content.decode()
    assert "open for too long" in client.get(f"{DOOR}{booked.pk}-{booked.patient_id}.x.y/").content.decode()


def test_a_cancelled_appointment_sends_to_the_desk(booked, code):
    client = Client()
    inside = knock(code, client=client).url
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Cancelled", cancel_reason="Ill")
    assert "Please come to the desk" in client.get(inside).content.decode()
    assert client.post(inside, {}).status_code == 200
    assert not SelfCheckIn.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"insurance_answer": ""}, "Say whether your insurance is still right."),
        ({"insurance_answer": "changed"}, "Tell us what has changed."),
        ({"phone_number": "call me"}, "no phone number"),
        ({"email": "ann@"}, "mail"),
        ({"signed_by_name": ""}, "Write your name as your signature."),
        ({"consent": ""}, "Say whether you agree"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(booked, code, typed, sentence):
    form = ConsentFormFactory()
    client = Client()
    inside = knock(code, client=client).url
    given = {"city": "Kept", "signed_by_name": "Ann", f"consent_{form.pk}": typed.pop("consent", "agreed")} | typed
    answer = client.post(inside, fields(client.get(inside), **given))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="Kept"' in answer.content.decode()
    booked.refresh_from_db()
    assert (booked.status, SelfCheckIn.objects.count()) == ("Scheduled", 0)


def test_a_change_of_the_desk_meanwhile_is_shown_and_nothing_is_overwritten(cast, booked, code):
    client = Client()
    inside = knock(code, client=client).url
    typed = fields(client.get(inside), city="Mine")
    with signed():
        type(cast.ann_record).objects.filter(pk=cast.ann_record.pk).update(phone_number="01632 960 888")
    answer = client.post(inside, typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "changed your information meanwhile" in page
    assert "01632 960 888" in page
    assert 'value="Mine"' in page
    assert client.post(inside, fields(answer)).status_code == 302


def test_what_was_typed_is_kept_when_the_desk_was_quicker(cast, booked, code):
    client = Client()
    inside = knock(code, client=client).url
    typed = fields(client.get(inside), city="New Town", insurance_answer="changed", insurance_words="Alpha")
    with signed():
        procedures.check_in(booked.pk)
    assert client.post(inside, typed).status_code == 302
    cast.ann_record.refresh_from_db()
    assert cast.ann_record.city == "New Town"
    assert SelfCheckIn.objects.get().insurance_words == "Alpha"
    assert cast.ann_record.visits.count() == 1
