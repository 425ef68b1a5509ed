"""Measure a signed-in patient search and a chart on a large practice, beside the SQL of the same pages.

Latency is the client's, over loopback, one request at a time, each on a connection of its own; CPU is what the server
process used for a request. Beside each request, at the same moment, the page's statements run on one plain connection:

all SQL  every statement of the page: session, user with rights, its data, and for a chart the look that is recorded
own SQL  its data alone, as if nobody had to sign in and no look were recorded

The ratios divide the page's median by theirs. The aim is judged by the own SQL, which is the harder of the two.
"""

import argparse
import os
import sys
import time
from dataclasses import dataclass
from statistics import median, quantiles

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
django.setup()

import MySQLdb  # noqa: E402
from bench_pages import pages  # noqa: E402
from bench_server import HOST, Server  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from emr_site.actor import acting_as, system_actor  # noqa: E402

USER = "doctor1"
FORM = "application/x-www-form-urlencoded"
# What a page asks about the person who is signed in, and what it notes about the look.
HOUSEKEEPING = ("django_session", "Users AS u", "RecordLook", "SET @emr")
AIMS = {"search": (12, 5.0)}  # times the SQL, milliseconds of CPU
P95 = {"find": 50, "chart": 100, "fragment": 100}  # milliseconds, whatever is typed, however much there is
MOST_QUERIES, MOST_KB = 15, {"fragment": 30}


@dataclass
class Figures:
    """Milliseconds."""

    p50: float
    p95: float

    @classmethod
    def of(cls, seconds):
        return cls(median(seconds) * 1000, quantiles(seconds, n=20)[18] * 1000)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patients", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=720)
    options = parser.parse_args()
    build_database(options.patients)
    client = signed_in_client()
    with Server() as server:
        print(f"\n{options.patients:,} patients, {options.requests} requests a page, {os.cpu_count()} CPUs\n")
        print_head()
        for page in pages(client):
            measure(page, client, server, options.requests)


def build_database(patients):
    """Make emr_bench unless it holds this many patients already."""
    call_command("migrate", verbosity=0)
    found, name = patients_found(), settings.DATABASES["default"]["NAME"]
    if found == patients:
        return
    if found:
        sys.exit(
            f"{name} holds {found:,} patients, not {patients:,}."
            f" Use --patients {found}, or empty it: EMR_DATABASE={name} script/db reset"
        )
    started = time.monotonic()
    call_command("seed_demo", patients=patients)
    took = time.monotonic() - started
    rows = rows_written()
    print(f"{rows:,} rows, half of them audit, in {took / 60:.1f} minutes: {rows / took:,.0f} a second")


def patients_found():
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM Patient")
        return cursor.fetchone()[0]


def rows_written():
    """Rows of the practice and entries of the audit, counted by the last entry: each row made one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 2 * MAX(audit_id) FROM Audit_Log")
        return int(cursor.fetchone()[0])


def signed_in_client():
    client = Client(HTTP_HOST=HOST)
    with acting_as(system_actor("bench")):
        client.force_login(get_user_model().objects.get(username=USER))
    return client


def headers_of(client):
    """What a signed-in browser sends along, with the proof that a form of ours is answered."""
    token = client.get(reverse("reception:patients")).cookies[settings.CSRF_COOKIE_NAME].value
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: token}
    return {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": token,
        "Content-Type": FORM,
    }


def measure(page, client, server, requests):
    headers, raw = headers_of(client), raw_cursor()
    statements = [captured(client, each) for each in page.asked]
    for each in page.asked * (1 + 20 // len(page.asked)):
        server.answer(each, headers)
    before, seconds, largest = server.cpu_seconds(), [], 0
    for number in range(requests):
        turn = number % len(page.asked)
        answered, size = server.answer(page.asked[turn], headers)
        largest = max(largest, size)
        seconds.append((answered, *run(raw, statements[turn])))
    cpu = (server.cpu_seconds() - before) / requests * 1000
    raw.connection.close()
    taken = [Figures.of(each) for each in zip(*seconds, strict=True)]
    print_row(page, cpu, max(map(len, statements)), largest / 1000, *taken)


def captured(client, asked):
    """The page's own statements, with their values, once everything is warm."""

    def ask():
        headers = dict(asked.headers)
        if asked.body:
            return client.post(asked.path, asked.body, content_type=FORM, headers=headers)
        return client.get(asked.path, headers=headers)

    ask()
    with CaptureQueriesContext(connection) as context:
        ask()
    return [query["sql"] for query in context.captured_queries]


def raw_cursor():
    chosen = settings.DATABASES["default"]
    address = {"unix_socket": chosen["HOST"]} if chosen["HOST"].startswith("/") else {"host": chosen["HOST"]}
    return MySQLdb.connect(
        user=chosen["USER"], password=chosen["PASSWORD"], database=chosen["NAME"], charset="utf8mb4", autocommit=True,
        init_command=chosen["OPTIONS"]["init_command"], **address,
    ).cursor()  # fmt: skip


def run(cursor, statements):
    """Seconds for a page's worth of statements, rows fetched: of all, and of those that read its own data."""
    every = own = 0
    for sql in statements:
        started = time.perf_counter()
        cursor.execute(sql)
        cursor.fetchall()
        while cursor.nextset():
            pass
        took = time.perf_counter() - started
        every += took
        own += 0 if any(word in sql for word in HOUSEKEEPING) else took
    return every, own


def print_head():
    print("all SQL: every statement of the page, session, user, rights and the recorded look included; own SQL: its")
    print("data alone. Both run beside each request on one plain connection; medians, in milliseconds.\n")
    heads = ("p50 ms", "p95 ms", "CPU ms", "queries", "KB", "all SQL", "times", "own SQL", "times")
    print(" " * 20 + "".join(f"{head:>9}" for head in heads) + "   aim, by the own SQL")


def judged(page, answers, cpu, many, size, times):
    """What is aimed at, in words, and whether it is met."""
    if page.kind in AIMS:
        most, most_cpu = AIMS[page.kind]
        return f"at most {most} times and {most_cpu:g} ms CPU", times <= most and cpu <= most_cpu
    most, most_kb = P95[page.kind], MOST_KB.get(page.kind)
    aim = f"p95 at most {most} ms" + (f" and {most_kb} KB" if most_kb else "")
    if page.kind == "find":
        return aim, answers.p95 <= most
    fits = answers.p95 <= most and many <= MOST_QUERIES and (most_kb is None or size <= most_kb)
    return f"{aim}, {MOST_QUERIES} queries", fits


def print_row(page, cpu, many, size, answers, every, own):
    times = answers.p50 / own.p50
    aim, met = judged(page, answers, cpu, many, size, times)
    figures = (answers.p50, answers.p95, cpu, many, size, every.p50, answers.p50 / every.p50, own.p50, times)
    columns = zip(figures, (".2f", ".2f", ".2f", "d", ".1f", ".2f", ".1f", ".2f", ".1f"), strict=True)
    print(f"{page.name:<20}" + "".join(f"{figure:>9{form}}" for figure, form in columns), end="")
    print(f"   {aim}: {'met' if met else 'not met'}")


if __name__ == "__main__":
    main()
