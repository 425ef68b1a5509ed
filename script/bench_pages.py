"""What `script/bench` asks of the server: searches as people type them, charts, and their fragments."""

from dataclasses import dataclass
from urllib.parse import urlencode

from bench_server import Asked
from django.db import connection
from django.urls import reverse

from emr_site.actor import acting_as, system_actor

SEARCHES = ("sm", "okon", "walsh", "garc", "o'br", "nguy", "smith, ja", "patel a", "10000012", "14-Aug-1980", "7417")
FRAGMENT = (("HX-Request", "true"),)
PEOPLE = 20  # of whom somebody tells 18 things each
PARTS = ("problems", "prescriptions", "allergies", "vital_signs", "history", "tests", "visits", "records")


@dataclass
class Page:
    name: str
    kind: str
    asked: list


def pages(client):
    """The pages to measure; the longest chart is the one with a thousand visits."""
    typical = patient_with("HAVING COUNT(*) BETWEEN 15 AND 25 ORDER BY patient_id")
    longest = patient_with("ORDER BY COUNT(*) DESC")
    lists, box = reverse("reception:patients"), reverse("reception:find_patients")
    with acting_as(system_actor("bench")):
        found = [client.post(lists, {"q": words}).url for words in SEARCHES]
    yield Page("search box", "search", [Asked(box, urlencode({"q": words})) for words in SEARCHES])
    told = [words for number in range(PEOPLE) for words in told_of(500 + 7_001 * number)]
    yield Page("find what is told", "find", [Asked(box, urlencode({"q": words})) for words in told])
    yield Page("search page", "search", [Asked(url) for url in found])
    yield Page("chart, 20 visits", "chart", [Asked(reverse("clinical:chart", args=[typical]))])
    yield Page("chart, 1,000 visits", "chart", [Asked(reverse("clinical:chart", args=[longest]))])
    for part in PARTS:
        url = reverse(f"clinical:{part}", args=[longest])
        yield Page(f"  its {part.replace('_', ' ')}", "fragment", [Asked(url, headers=FRAGMENT)])


def told_of(patient_id):
    """What people say of a patient: names with a slip and in any order, numbers, a date; and nobody at all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT family_name, given_name, DATE_FORMAT(date_of_birth, '%%d/%%m/%%Y'), phone_number, mrn,"
            " member_number"
            " FROM Patient JOIN Insurance USING (patient_id)"
            " WHERE patient_id > %s AND CHAR_LENGTH(family_name) > 5 AND CHAR_LENGTH(given_name) > 4"
            " AND phone_number IS NOT NULL LIMIT 2",
            [patient_id],
        )
        (family, given, born, phone, mrn, member), (_, second, *_) = cursor.fetchall()
    slip = family[:2] + family[3] + family[2] + family[4:]
    return (
        f"{given} {family}", f"{family}, {given}", slip, f"{given} {slip}", f"{slip} {given[:-1]}", born,
        f"{slip} {born}", phone, phone[-4:], mrn, member, "zzyzx", "Qwxyz Vbnmk",
        # Three frequent names, of whom nobody or somebody bears them all; the beginnings of two.
        f"{given} {second} {family}", f"{family} {given} {second}", f"{given} {second[:2]} {slip}",
        f"{given[:2]} {family[:3]}", f"{second} {given}",
    )  # fmt: skip


def patient_with(condition):
    with connection.cursor() as cursor:
        # The full charts are those of the first patients.
        cursor.execute(f"SELECT patient_id FROM Visit WHERE patient_id < 3000 GROUP BY patient_id {condition} LIMIT 1")
        return cursor.fetchone()[0]
