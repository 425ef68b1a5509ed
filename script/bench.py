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
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
django.setup()

import MySQLdb  # noqa: E402
from bench_server import HOST, Asked, Server  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from emr_site.actor import acting_as, system_actor  # noqa: E402

USER = "doctor1"
SEARCHES = ("sm", "okon", "walsh", "garc", "o'br", "nguy", "smith, ja", "patel a", "10000012", "14-Aug-1980", "7417")
# What a page asks about the person who is signed in, and what it notes about the look.
HOUSEKEEPING = ("django_session", "Users AS u", "RecordLook", "SET @emr")
AIMS = {"search": (12, 5.0), "chart": (5, None)}  # times the SQL, milliseconds of CPU
FIND_P95 = 50  # milliseconds, whatever is typed


@dataclass
class Page:
    name: str
    kind: str
    asked: list


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
    parser.add_argument("--requests", type=int, default=400)
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


def pages(client):
    """The pages to measure; the longest chart is the one with a thousand visits."""
    typical = patient_with("HAVING COUNT(*) BETWEEN 15 AND 25 ORDER BY patient_id")
    longest = patient_with("ORDER BY COUNT(*) DESC")
    lists, box = reverse("reception:patients"), reverse("reception:find_patients")
    with acting_as(system_actor("bench")):
        found = [client.post(lists, {"q": words}).url for words in SEARCHES]
    yield Page("search box", "search", [Asked(box, urlencode({"q": words})) for words in SEARCHES])
    yield Page("find what is told", "find", [Asked(box, urlencode({"q": words})) for words in told(500)])
    yield Page("search page", "search", [Asked(url) for url in found])
    yield Page("chart, 20 visits", "chart", [Asked(reverse("clinical:chart", args=[typical]))])
    yield Page("chart, 1,000 visits", "chart", [Asked(reverse("clinical:chart", args=[longest]))])


def told(patient_id):
    """What people say of one patient: names with a slip and in any order, numbers, a date; and nobody at all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT family_name, given_name, DATE_FORMAT(date_of_birth, '%%d/%%m/%%Y'), phone_number, mrn,"
            " member_number"
            " FROM Patient JOIN Insurance USING (patient_id)"
            " WHERE patient_id > %s AND CHAR_LENGTH(family_name) > 5 AND CHAR_LENGTH(given_name) > 4"
            " AND phone_number IS NOT NULL LIMIT 1",
            [patient_id],
        )
        family, given, born, phone, mrn, member = cursor.fetchone()
    slip = family[:2] + family[3] + family[2] + family[4:]
    return (
        f"{given} {family}", f"{family}, {given}", slip, f"{given} {slip}", f"{slip} {given[:-1]}", born,
        f"{slip} {born}", phone, phone[-4:], mrn, member, "zzyzx", "Qwxyz Vbnmk",
    )  # fmt: skip


def patient_with(condition):
    with connection.cursor() as cursor:
        # The full charts are those of the first patients.
        cursor.execute(f"SELECT patient_id FROM Visit WHERE patient_id < 3000 GROUP BY patient_id {condition} LIMIT 1")
        return cursor.fetchone()[0]


def headers_of(client):
    """What a signed-in browser sends along, with the proof that a form of ours is answered."""
    token = client.get(reverse("reception:patients")).cookies[settings.CSRF_COOKIE_NAME].value
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: token}
    return {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": token,
        "Content-Type": "application/x-www-form-urlencoded",
    }


def measure(page, client, server, requests):
    headers, raw = headers_of(client), raw_cursor()
    statements = [captured(client, each) for each in page.asked]
    for each in page.asked * (1 + 20 // len(page.asked)):
        server.answer(each, headers)
    before, seconds = server.cpu_seconds(), []
    for number in range(requests):
        turn = number % len(page.asked)
        answered = server.answer(page.asked[turn], headers)
        seconds.append((answered, *run(raw, statements[turn])))
    cpu = (server.cpu_seconds() - before) / requests * 1000
    raw.connection.close()
    print_row(page, cpu, max(map(len, statements)), *(Figures.of(each) for each in zip(*seconds, strict=True)))


def captured(client, asked):
    """The page's own statements, with their values, once everything is warm."""

    def ask():
        form = "application/x-www-form-urlencoded"
        return client.post(asked.path, asked.body, content_type=form) if asked.body else client.get(asked.path)

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
    heads = ("p50 ms", "p95 ms", "CPU ms", "queries", "all SQL", "times", "own SQL", "times")
    print(" " * 20 + "".join(f"{head:>9}" for head in heads) + "   aim, by the own SQL")


def judged(page, answers, cpu, times):
    """What is aimed at, in words, and whether it is met."""
    if page.kind == "find":
        return f"p95 at most {FIND_P95} ms", answers.p95 <= FIND_P95
    most, most_cpu = AIMS[page.kind]
    aim = f"at most {most} times" + (f" and {most_cpu:g} ms CPU" if most_cpu else "")
    return aim, times <= most and (most_cpu is None or cpu <= most_cpu)


def print_row(page, cpu, many, answers, every, own):
    times = answers.p50 / own.p50
    aim, met = judged(page, answers, cpu, times)
    figures = (answers.p50, answers.p95, cpu, many, every.p50, answers.p50 / every.p50, own.p50, times)
    columns = zip(figures, (".2f", ".2f", ".2f", "d", ".2f", ".1f", ".2f", ".1f"), strict=True)
    print(f"{page.name:<20}" + "".join(f"{figure:>9{form}}" for figure, form in columns), end="")
    print(f"   {aim}: {'met' if met else 'not met'}")


if __name__ == "__main__":
    main()
