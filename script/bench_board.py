"""Measure the day board under the load of a large practice: boards that renew themselves while desks book.

Each board asks every 20 seconds with the ETag it has, as the page does; each desk opens a booking form and sends it,
one after the other, with a pause between two patients. Latency is the client's, over loopback, all on one machine with
the server and its database. The board shows one day of 40 providers with 60 appointments each, less what is free to be
booked; every booking changes it, so that each refresh after one is a whole board and not a 304.
"""

import argparse
import os
import random
import sys
import threading
import time
from collections import defaultdict
from datetime import timedelta
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlencode
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
django.setup()

from bench_server import HOST, Server  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from emr_site.actor import acting_as, system_actor  # noqa: E402
from reception.models import Appointment, Patient, Provider, ProviderHours  # noqa: E402

USER, FAMILY = "reception1", "Bench"
PROVIDERS, EACH, MINUTES = 40, 60, 10
OPENS = 8 * 60
DICE = random.Random(1)  # noqa: S311 it spreads the load, nothing secret
EVERY = 20  # seconds between two refreshes
PAUSE = 5  # seconds a desk takes for one patient
DAY = timezone.localdate() + timedelta(days=40)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", type=int, default=40)
    parser.add_argument("--desks", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with acting_as(system_actor("bench")):
        free = build_day()
    taken = Taken()
    with Server(workers=options.workers) as server:
        headers = headers_of_a_desk()
        until = time.monotonic() + options.seconds
        work = [Board(server.port, headers, taken, until) for _ in range(options.boards)]
        work += [Desk(server.port, headers, taken, until, free[n :: options.desks]) for n in range(options.desks)]
        for each in work:
            each.start()
        for each in work:
            each.join()
    taken.print(options)


def build_day():
    """A full day, made once, with every sixth time free; returns the (provider, time) of those that are."""
    call_command("migrate", verbosity=0)
    if not Patient.objects.exists():
        call_command("seed_demo", patients=300)
    if not Provider.objects.filter(family_name__startswith=FAMILY).exists():
        with transaction.atomic():
            hire()
    providers = Provider.objects.filter(family_name__startswith=FAMILY).order_by("pk")
    Appointment.objects.filter(date=DAY, reason="bench").update(status="Cancelled", cancel_reason="bench")
    booked = set(Appointment.objects.live().filter(date=DAY).values_list("provider_id", "time"))
    slots = [(each.pk, clock(n)) for each in providers for n in range(EACH)]
    patients = list(Patient.objects.active().filter(deceased_on=None).values_list("pk", flat=True)[:EACH])
    missing = [slot for n, slot in enumerate(slots) if n % 6 and slot not in booked]
    Appointment.objects.bulk_create(
        Appointment(patient_id=DICE.choice(patients), provider_id=provider, date=DAY, time=at, duration_minutes=MINUTES)
        for provider, at in missing
    )
    return [(provider, at, DICE.choice(patients)) for n, (provider, at) in enumerate(slots) if n % 6 == 0]


def hire():
    for number in range(PROVIDERS):
        provider = Provider.objects.create(family_name=f"{FAMILY}{number:02d}", given_name="A")
        ProviderHours.objects.create(provider=provider, weekday=DAY.weekday(), starts=clock(0), ends=clock(EACH))


def clock(number):
    minute = OPENS + number * MINUTES
    return timezone.datetime.min.time().replace(hour=minute // 60, minute=minute % 60)


def headers_of_a_desk():
    client = Client(HTTP_HOST=HOST)
    with acting_as(system_actor("bench")):
        client.force_login(get_user_model().objects.get(username=USER))
    token = client.get(reverse("reception:patients")).cookies[settings.CSRF_COOKIE_NAME].value
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: token}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": token}


class Taken:
    """How long each kind of answer took, from every thread; and what was no good answer."""

    def __init__(self):
        self.seconds, self.errors, self.lock = defaultdict(list), defaultdict(int), threading.Lock()

    def note(self, kind, seconds, good):
        with self.lock:
            self.seconds[kind].append(seconds)
            self.errors[kind] += not good

    def print(self, options):
        print(
            f"\n{options.boards} boards every {EVERY} s, {options.desks} desks booking, {PROVIDERS} providers of {EACH}"
            f" times, {options.seconds} s, {options.workers} workers, {os.cpu_count()} CPUs\n"
        )
        print(f"{'':<26}{'answers':>9}{'p50 ms':>9}{'p95 ms':>9}{'errors':>9}")
        for kind, seconds in sorted(self.seconds.items()):
            p95 = quantiles(seconds, n=20)[18] if len(seconds) > 1 else seconds[0]
            print(f"{kind:<26}{len(seconds):>9}{median(seconds) * 1000:>9.0f}{p95 * 1000:>9.0f}{self.errors[kind]:>9}")
        if sum(self.errors.values()):
            sys.exit(1)


class Browser(threading.Thread):
    """One browser that goes on until the time is over."""

    def __init__(self, port, headers, taken, until):
        super().__init__(daemon=True)
        self.port, self.headers, self.taken, self.until = port, headers, taken, until

    def ask(self, kind, path, *, body=None, good=(200,), **headers):
        client = HTTPConnection(HOST, self.port, timeout=60)
        started = time.perf_counter()
        client.request("POST" if body else "GET", path, body=body, headers=self.headers | headers)
        answer = client.getresponse()
        answer.read()
        seconds = time.perf_counter() - started
        client.close()
        self.taken.note(kind(answer.status) if callable(kind) else kind, seconds, answer.status in good)
        return answer

    def run(self):
        time.sleep(DICE.random() * self.rhythm)
        while time.monotonic() < self.until:
            began = time.monotonic()
            if not self.turn():
                return
            time.sleep(max(0, self.rhythm - (time.monotonic() - began)))


class Board(Browser):
    rhythm, etag = EVERY, None

    def turn(self):
        headers = {"HX-Request": "true", "X-Background": "1"} | ({"If-None-Match": self.etag} if self.etag else {})
        path = f"{reverse('reception:board')}?day={DAY}"
        answer = self.ask(lambda status: f"board, {status}", path, good=(200, 304), **headers)
        self.etag = answer.getheader("ETag")
        return True


class Desk(Browser):
    rhythm = PAUSE

    def __init__(self, port, headers, taken, until, free):
        super().__init__(port, headers, taken, until)
        self.free = free

    def turn(self):
        """Open the form of a free time and send it."""
        if not self.free:
            return False
        provider, at, patient = self.free.pop()
        path = reverse("reception:create_appointment", args=[patient])
        slot = {"provider": provider, "date": DAY.isoformat(), "time": f"{at:%H:%M}"}
        self.ask("booking form", f"{path}?{urlencode(slot)}")
        key = {"idempotency_key": str(uuid4()), "patient_id": patient}
        body = urlencode(slot | key | {"duration_minutes": MINUTES, "reason": "bench"})
        kind = "application/x-www-form-urlencoded"
        self.ask("booking sent", path, body=body, good=(302,), **{"Content-Type": kind})
        return True


if __name__ == "__main__":
    main()
