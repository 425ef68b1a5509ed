"""The desk's messages: what needs a look first, what may be done with it, and who wants none."""

import pytest
from django.contrib.admin.sites import site
from django.urls import reverse

from audit.models import AuditLog, Look
from emr_site.tests.factories import signed
from reception.messages_admin import MessageTemplateForm
from reception.models import AppointmentAnswer, Message, MessageOptOut, MessageTemplate
from reception.outbox.desk import troubled
from reception.tests.desk import url
from reception.tests.message_factories import AppointmentAnswerFactory, MessageFactory

pytestmark = pytest.mark.django_db
LIST = "/messages/"


@pytest.fixture
def desk(cast):
    return cast.browse_as(cast.rosa)


def in_state(state, **fields):
    """A message that has come to this state by its path."""
    message = MessageFactory(**fields)
    with signed():
        Message.objects.filter(pk=message.pk).update(state="sending", claimed_by="w", claimed_at=message.created_at)
        Message.objects.filter(pk=message.pk).update(state=state, last_error="The mail server refused it (550).")
    message.refresh_from_db()
    return message


def test_what_failed_or_is_unclear_is_shown_first(desk, cast):
    in_state("failed", recipient="first@clinic.example")
    in_state("unclear", recipient="second@clinic.example")
    MessageFactory(recipient="third@clinic.example")
    page = desk.get(LIST).content.decode()
    assert "first@" in page
    assert "second@" in page
    assert "third@" not in page
    assert "third@" in desk.get(LIST, {"state": "waiting"}).content.decode()
    assert troubled().count() == 2


@pytest.mark.parametrize(
    ("name", "state", "after"),
    [
        ("send_message_again", "failed", "queued"),
        ("send_message_again", "unclear", "queued"),
        ("mark_message_as_sent", "unclear", "sent"),
        ("cancel_message", "failed", "cancelled"),
    ],
)
def test_the_desk_settles_it(desk, name, state, after):
    message = in_state(state)
    assert desk.post(url(name, message)).status_code == 302
    message.refresh_from_db()
    assert message.state == after
    assert AuditLog.objects.filter(table_name="Message", record_id=message.pk, user_name="rosa").exists()


@pytest.mark.parametrize("name", ["send_message_again", "mark_message_as_sent"])
def test_what_is_on_its_way_is_left_alone(desk, name):
    message = MessageFactory()
    page = desk.post(url(name, message), follow=True)
    message.refresh_from_db()
    assert message.state == "queued"
    assert "Nothing was changed" in page.content.decode()


def test_a_request_for_another_time_waits_until_it_is_done(desk, cast):
    answer = AppointmentAnswerFactory(appointment=cast.ann_appointment)
    page = desk.get(LIST).content.decode()
    assert "Any Tuesday" in page
    assert url("appointment", cast.ann_appointment) in page
    for _ in range(2):
        assert desk.post(url("see_to_answer", answer)).status_code == 302
    done = AppointmentAnswer.objects.get()
    assert (done.seen_to_by, done.is_waiting) == (cast.rosa, None)
    assert "Any Tuesday" not in desk.get(LIST).content.decode()


def test_a_long_list_comes_in_pages_and_costs_few_queries(desk, cast, django_assert_max_num_queries):
    for _ in range(30):
        in_state("failed", patient=cast.ann_record)
    with django_assert_max_num_queries(8):
        page = desk.get(LIST)
    assert len(page.context["page"]) == 25
    following = desk.get(LIST, {"after": page.context["page"].following})
    assert len(following.context["page"]) == 5


def test_a_patient_who_wants_no_text_messages_gets_none_until_the_patient_does(desk, cast):
    ann = cast.ann_record
    sent = {"patient_id": ann.pk, "channel": "sms"}
    for _ in range(2):
        assert desk.post(url("opt_out", ann), sent | {"wanted": "no"}).status_code == 302
    row = MessageOptOut.objects.live().get()
    assert (row.patient, row.channel, row.said_by, row.recorded_by) == (ann, "sms", "desk", cast.rosa)
    assert "no, the patient wants none" in desk.get(url("patient_messages", ann)).content.decode()
    desk.post(url("opt_out", ann), sent | {"wanted": "yes"})
    assert not MessageOptOut.objects.live().exists()
    assert MessageOptOut.objects.count() == 1


def test_a_switch_of_another_patients_page_writes_nothing(desk, cast):
    sent = {"patient_id": cast.bo_record.pk, "channel": "sms", "wanted": "no"}
    assert desk.post(url("opt_out", cast.ann_record), sent).status_code == 409
    assert not MessageOptOut.objects.exists()


def test_a_channel_that_there_is_not_writes_nothing(desk, cast):
    sent = {"patient_id": cast.ann_record.pk, "channel": "pigeon", "wanted": "no"}
    assert "not understood" in desk.post(url("opt_out", cast.ann_record), sent, follow=True).content.decode()
    assert not MessageOptOut.objects.exists()


def test_a_patients_messages_are_read_and_the_look_is_recorded(desk, cast):
    MessageFactory(patient=cast.ann_record, body="See you soon")
    assert "See you soon" in desk.get(url("patient_messages", cast.ann_record)).content.decode()
    assert Look.objects.filter(patient_id=cast.ann_record.pk, part="messages").exists()


@pytest.mark.parametrize(
    ("body", "says"), [("Dear {nme}", "Nothing fills in {nme}"), ("{given_name}, hello", None), ("{ {date}", "{.")]
)
def test_words_with_an_unknown_placeholder_are_refused(body, says):
    typed = {"code": "appointment_reminder", "channel": "sms", "language": "it", "subject": "", "body": body}
    form = MessageTemplateForm(typed)
    assert form.is_valid() == (says is None)
    assert says is None or says in form.errors["body"][0]


def test_every_text_that_comes_with_the_product_can_be_saved_in_the_back_office(cast):
    admin, names = cast.browse_as(cast.ada), ("code", "channel", "language", "subject", "body")
    for words in MessageTemplate.objects.all():
        address = reverse("admin:reception_messagetemplate_change", args=[words.pk])
        answer = admin.post(address, {name: getattr(words, name) for name in names})
        assert answer.status_code == 302, str(words)


def test_the_administrator_changes_the_words_of_the_clinic(cast):
    words = MessageTemplate.objects.get(code="appointment_reminder", channel="sms", language="en")
    typed = {name: getattr(words, name) for name in ("code", "channel", "language", "subject")}
    address = reverse("admin:reception_messagetemplate_change", args=[words.pk])
    answer = cast.browse_as(cast.ada).post(address, typed | {"body": "Hello {given_name}: {link}"})
    assert answer.status_code == 302
    words.refresh_from_db()
    assert words.body == "Hello {given_name}: {link}"
    assert site.is_registered(Message)
