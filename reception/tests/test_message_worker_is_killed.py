"""Workers are real processes here, killed in the middle of their work: every message is sent once, or asked about."""

import random
import re
import subprocess
import sys
import time
from collections import Counter

import pytest
from django.conf import settings

from emr_site.tests import database
from reception.models import Message, OutboxDelivery
from reception.tests.factories import PatientFactory
from reception.tests.message_factories import MessageFactory

pytestmark = pytest.mark.django_db(transaction=True)
MESSAGES, WORKERS, KILLS = 100, 2, 5
# What a worker would be without a claim: it reads what is due, sends it, and notes that it has; or dies before.
WITHOUT_CLAIM = """
import os
import django; django.setup()
from django.utils import timezone
from emr_site.actor import acting_as, system_actor
from reception.models import Message
from reception.outbox.transports import Email
from reception.outbox.worker import State, change
left = int(os.environ["DIES_AFTER"])
with acting_as(system_actor("careless")):
    while (message := Message.objects.due(timezone.now()).first()) is not None:
        Email().send(message)
        left -= 1
        if left == 0:
            os._exit(9)
        change(message, State.SENDING, claimed_at=timezone.now(), claimed_by="careless")
"""


def start(*command, **environment):
    told = {"MESSAGE_QUIET_HOURS": "00:00-00:00", "DJANGO_SETTINGS_MODULE": "emr_site.settings"}
    return subprocess.Popen(
        [sys.executable, *command], cwd=settings.BASE_DIR, env=database.environment(**told | environment),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill_workers_over_and_over(**environment):
    """Start workers, kill one of them at a moment by chance, replace it; at the end let one finish the rest."""
    random.seed(7)

    def worker():
        return start("manage.py", "work", "--claim-takes", "0", **environment)

    workers = [worker() for _ in range(WORKERS)]
    try:
        for _ in range(KILLS):
            sent = Message.objects.exclude(state="queued").count()
            wait_until(lambda sent=sent: Message.objects.exclude(state="queued").count() > sent or is_done())
            time.sleep(random.random() * 0.05)
            victim = workers.pop(0)
            victim.kill()
            victim.wait()
            workers.append(worker())
    finally:
        for each in workers:
            each.kill()
            each.wait()
    assert start("manage.py", "work", "--once", "--claim-takes", "0", **environment).wait(60) == 0


def is_done():
    return not Message.objects.filter(state__in=("queued", "sending")).exists()


def wait_until(condition, seconds=30):
    limit = time.monotonic() + seconds
    while not condition() and time.monotonic() < limit:
        time.sleep(0.01)


def queue(number, **fields):
    patient = PatientFactory()
    return [MessageFactory(patient=patient, **fields) for _ in range(number)]


def times_sent(folder):
    """How often each message stands in the mails of a folder, by its number."""
    mails = "".join(path.read_text() for path in folder.iterdir())
    return Counter(map(int, re.findall(r"^Message-ID: <message-(\d+)@", mails, re.MULTILINE)))


def mail_to(folder):
    return {"EMR_MESSAGE_TRANSPORT": "email", "EMAIL_URL": f"filemail:///{folder}"}


def test_every_message_stands_in_the_outbox_exactly_once():
    written = {each.pk for each in queue(MESSAGES)}
    kill_workers_over_and_over()
    assert Counter(OutboxDelivery.objects.values_list("message_id", flat=True)) == Counter(written)
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_a_mail_is_never_sent_twice_and_what_nobody_can_tell_is_asked(tmp_path):
    written = {each.pk for each in queue(MESSAGES, channel="email", recipient="ann@clinic.example", subject="Hello")}
    kill_workers_over_and_over(**mail_to(tmp_path))
    states, mails = dict(Message.objects.values_list("pk", "state")), times_sent(tmp_path)
    assert set(states.values()) <= {"sent", "unclear"}
    assert max(mails.values()) == 1
    assert {pk for pk in written if states[pk] == "sent"} <= set(mails)


def test_a_worker_that_is_told_to_stop_finishes_its_message():
    queue(30)
    worker = start("manage.py", "work")
    wait_until(lambda: Message.objects.exclude(state="queued").exists())
    worker.terminate()
    assert worker.wait(20) == 0
    assert not Message.objects.filter(state="sending").exists()


def test_a_worker_without_a_claim_is_found_out(tmp_path):
    """The control: by one that only notes afterwards, what it was sending when it died is sent twice."""
    queue(6, channel="email", recipient="ann@clinic.example", subject="Hello")
    for dies_after in ("3", "0"):
        start("-c", WITHOUT_CLAIM, DIES_AFTER=dies_after, **mail_to(tmp_path)).wait(60)
    assert sorted(times_sent(tmp_path).values()) == [1, 1, 1, 1, 1, 2]
