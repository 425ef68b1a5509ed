"""Measure today's board under the load of a large practice: boards that renew themselves while desks book.

Each board asks every 20 seconds with the ETag it has, as the page does; each desk opens a booking form and sends it,
one after the other, with a pause between two patients. Latency is the client's, over loopback, all on one machine with
the server and its database. Beside the demonstration practice the board shows so many providers with 60 times each:
those before now are seen, with the doctor, waiting or at checkout; of those to come every sixth is free to be booked.
Every booking changes the board, so that each refresh after one is a whole board and not a 304. The clinic stands where
it is ten in the morning, whenever this runs.

First one board alone is asked, with nothing else to do: that is the server's own time for it.
"""

import argparse
import os
import sys
import threading
import time
from collections import defaultdict
from datetime import UTC, datetime
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlencode
from uuid import uuid4

import django

NOW = 10  # the hour
hours_behind = (datetime.now(UTC).hour - NOW + 12) % 24 - 12
os.environ["CLINIC_TIME_ZONE"] = f"Etc/GMT{hours_behind:+d}"  # Etc/GMT+5 is five hours behind
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
django.setup()

from bench_day import DAY, DICE, EACH, MINUTES, WHY, build_day  # noqa: E402
from bench_server import HOST, Server  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from emr_site.actor import acting_as, system_actor  # noqa: E402

USER = "reception1"
EVERY = 20  # seconds between two refreshes
PAUSE = 5  # seconds a desk takes for one patient
WARM, ALONE = 5, 40  # times that one board is asked alone: uncounted before, and counted
FRAGMENT = {"HX-Request": "true", "X-Background": "1"}


def options_of_the_run():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--providers", type=int, default=40)
    parser.add_argument("--boards", type=int, default=40)
    parser.add_argument("--desks", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    return parser.parse_args()


def main():
    options = options_of_the_run()
    with acting_as(system_actor("bench")):
        free = build_day(options.providers)
    alone, taken = Taken(), Taken()
    with Server(workers=options.workers) as server:
        headers = headers_of_a_desk()
        ask_alone(Board(server.port, headers, Taken(), 0), times=WARM)
        ask_alone(Board(server.port, headers, alone, 0), times=ALONE)
        alone.print(f"One board alone, {options.providers} providers of {EACH} times, {os.cpu_count()} CPUs")
        until = time.monotonic() + options.seconds
        work = [Board(server.port, headers, taken, until) for _ in range(options.boards)]
        work += [Desk(server.port, headers, taken, until, free[n :: options.desks]) for n in range(options.desks)]
        for each in work:
            each.start()
        for each in work:
            each.join()
    taken.print(
        f"{options.boards} boards every {EVERY} s, {options.desks} desks booking, {options.seconds} s,"
        f" {options.workers} workers"
    )
    sys.exit(1 if alone.failed or taken.failed else 0)


def ask_alone(board, *, times):
    """The page, the fragment that the page asks for after a change, and the one after no change."""
    path = reverse("reception:board")
    for _ in range(times):
        etag = board.ask("page", path).getheader("ETag")
        board.ask("fragment", path, **FRAGMENT)
        board.ask("nothing changed", path, good=(200, 304), **FRAGMENT, **{"If-None-Match": etag})


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

    @property
    def failed(self):
        return sum(self.errors.values())

    def print(self, title):
        print(f"\n{title}\n\n{'':<26}{'answers':>9}{'p50 ms':>9}{'p95 ms':>9}{'errors':>9}")
        for kind, seconds in sorted(self.seconds.items()):
            p95 = quantiles(seconds, n=20)[18] if len(seconds) > 1 else seconds[0]
            print(f"{kind:<26}{len(seconds):>9}{median(seconds) * 1000:>9.0f}{p95 * 1000:>9.0f}{self.errors[kind]:>9}")


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
        headers = FRAGMENT | ({"If-None-Match": self.etag} if self.etag else {})
        path = reverse("reception:board")
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
        body = urlencode(slot | key | {"duration_minutes": MINUTES, "reason": WHY})
        kind = "application/x-www-form-urlencoded"
        self.ask("booking sent", path, body=body, good=(302,), **{"Content-Type": kind})
        return True


if __name__ == "__main__":
    main()
