"""Measure a signed-in patient search and a chart on a large practice, beside the SQL of the same pages.

Latency is the client's, over loopback, one request at a time; CPU is what the server process used for a request; the
raw SQL is the page's own queries, captured once and run on one plain connection in the same run. The strict ratio
leaves out the queries that only ask who is signed in, and the entry that says who looked.
"""

import argparse
import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
django.setup()

import MySQLdb  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.utils import ProgrammingError  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from emr_site.actor import acting_as, system_actor  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
HOST, USER = "127.0.0.1", "doctor1"
SEARCHES = ("sm", "okon", "walsh", "garc", "o'br", "nguy", "smith, ja", "patel a", "10000012", "14-Aug-1980", "7417")
# What every page asks about the person who is signed in, and what it notes about the look.
HOUSEKEEPING = ("django_session", "`Users`", "auth_", "Users_", "CheckLogin", "RecordLook", "Audit_Log", "SET @emr")
AIMS = {"search": (12, 5.0), "chart": (5, None)}  # times the SQL, milliseconds of CPU


@dataclass
class Page:
    name: str
    kind: str
    asked: list


@dataclass(frozen=True)
class Asked:
    """One request: of a page, or with a body the answer to a form."""

    path: str
    body: str | None = None


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
    found, name = patients_found(), settings.DATABASES["default"]["NAME"]
    if found == patients:
        return
    if found:
        sys.exit(
            f"{name} holds {found:,} patients, not {patients:,}."
            f" Use --patients {found}, or empty it: EMR_DATABASE={name} script/db reset"
        )
    call_command("migrate", verbosity=0)
    started = time.monotonic()
    call_command("seed_demo", patients=patients)
    took = time.monotonic() - started
    rows = rows_written()
    print(f"{rows:,} rows, half of them audit, in {took / 60:.1f} minutes: {rows / took:,.0f} a second")


def patients_found():
    with connection.cursor() as cursor:
        try:
            cursor.execute("SELECT COUNT(*) FROM Patient")
        except ProgrammingError:
            return 0
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
    yield Page("search page", "search", [Asked(url) for url in found])
    yield Page("chart, 20 visits", "chart", [Asked(reverse("clinical:chart", args=[typical]))])
    yield Page("chart, 1,000 visits", "chart", [Asked(reverse("clinical:chart", args=[longest]))])


def patient_with(condition):
    with connection.cursor() as cursor:
        # The full charts are those of the first patients.
        cursor.execute(f"SELECT patient_id FROM Visit WHERE patient_id < 3000 GROUP BY patient_id {condition} LIMIT 1")
        return cursor.fetchone()[0]


class Server:
    """One gunicorn with one synchronous worker, as in production but without TLS."""

    def __enter__(self):
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [ROOT / ".venv/bin/gunicorn", "--workers", "1", "--bind", f"{HOST}:{self.port}", "--log-level", "warning",
             "--timeout", "120", "emr_site.wsgi"], cwd=ROOT,
            stdout=subprocess.DEVNULL,  # a line for each request is written, as in production, and not shown
        )  # fmt: skip
        self.wait_until_it_answers()
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(30)

    def wait_until_it_answers(self):
        for _ in range(100):
            time.sleep(0.2)
            try:
                socket.create_connection((HOST, self.port), 1).close()
            except OSError:
                continue
            break
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        self.worker = int(children[0])

    def cpu_seconds(self):
        """What the worker has used so far, in user and kernel mode."""
        fields = Path(f"/proc/{self.worker}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def answer(self, asked, headers):
        """Seconds from asking to the last byte."""
        client = http.client.HTTPConnection(HOST, self.port, timeout=60)
        started = time.perf_counter()
        client.request("POST" if asked.body else "GET", asked.path, body=asked.body, headers=headers)
        answer = client.getresponse()
        answer.read()
        took = time.perf_counter() - started
        client.close()
        if answer.status != 200:
            sys.exit(f"{asked.path} answered {answer.status}")
        return took


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
    headers = headers_of(client)
    asked = [page.asked[number % len(page.asked)] for number in range(requests)]
    for each in asked[: max(20, len(page.asked))]:
        server.answer(each, headers)
    before = server.cpu_seconds()
    answers = Figures.of([server.answer(each, headers) for each in asked])
    cpu = (server.cpu_seconds() - before) / requests * 1000
    queries = [captured(client, each) for each in page.asked]
    strict = [[sql for sql in each if not any(word in sql for word in HOUSEKEEPING)] for each in queries]
    print_row(page, answers, cpu, max(map(len, queries)), raw_figures(queries, requests), raw_figures(strict, requests))


def captured(client, asked):
    """The page's own reading queries, with their values, once everything is warm."""

    def ask():
        form = "application/x-www-form-urlencoded"
        return client.post(asked.path, asked.body, content_type=form) if asked.body else client.get(asked.path)

    ask()
    with CaptureQueriesContext(connection) as context:
        ask()
    return [query["sql"] for query in context.captured_queries if query["sql"].lstrip("( ").startswith("SELECT")]


def raw_figures(queries, requests):
    """How long the same queries take, a page's worth at a time, on one plain connection."""
    chosen = settings.DATABASES["default"]
    address = {"unix_socket": chosen["HOST"]} if chosen["HOST"].startswith("/") else {"host": chosen["HOST"]}
    raw = MySQLdb.connect(
        user=chosen["USER"], password=chosen["PASSWORD"], database=chosen["NAME"], charset="utf8mb4",
        init_command=chosen["OPTIONS"]["init_command"], **address,
    )  # fmt: skip
    cursor, seconds = raw.cursor(), []
    for number in range(requests):
        started = time.perf_counter()
        for sql in queries[number % len(queries)]:
            cursor.execute(sql)
            cursor.fetchall()
        seconds.append(time.perf_counter() - started)
    raw.close()
    return Figures.of(seconds)


def print_head():
    heads = ("p50 ms", "p95 ms", "CPU ms", "queries", "all SQL", "own SQL")
    print(" " * 22 + "".join(f"{head:>9}" for head in heads) + f"{'times':>8}   aim")


def print_row(page, answers, cpu, many, every, strict):
    most, most_cpu = AIMS[page.kind]
    times = answers.p50 / strict.p50
    met = times <= most and (most_cpu is None or cpu <= most_cpu)
    aim = f"at most {most} times its SQL" + (f" and {most_cpu:g} ms CPU" if most_cpu else "")
    print(
        f"{page.name:<22}{answers.p50:>9.2f}{answers.p95:>9.2f}{cpu:>9.2f}{many:>9}{every.p50:>9.2f}{strict.p50:>9.2f}"
        f"{times:>8.1f}   {aim}: {'met' if met else 'not met'}"
    )


if __name__ == "__main__":
    main()
