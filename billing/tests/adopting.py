"""What the tests of adoption do again and again: run it, read its report, look at what it left."""

from io import StringIO

from django.core.management import call_command
from django.db import connections

from billing.tests.adoption_sources import source_database
from emr_site.models import AdoptionFinding

# The command writes as owner; a test that is rolled back reads there too.
DATABASES = ("default", "owner", "reports", "denials")
NUMBERS = ("read", "written", "set aside", "noted")


class Report:
    """The printed report: its text, and the numbers of each source table, whose case the server may have changed."""

    def __init__(self, text):
        self.text = text
        lines = [line.rsplit(maxsplit=4) for line in text.splitlines()]
        self.numbers = {
            line[0].lower(): dict(zip(NUMBERS, map(int, line[1:]), strict=True))
            for line in lines
            if len(line) == 5 and all(each.isdigit() for each in line[1:])
        }

    def __getitem__(self, table):
        return tuple(self.numbers[table.lower()].values())


def adopt(url, **options):
    said = StringIO()
    call_command("adopt", url, stdout=said, stderr=StringIO(), **options)
    return Report(said.getvalue())


def adopted(*scripts, **options):
    """Adopt a database that is made by these scripts and goes again."""
    with source_database(*scripts) as url:
        return adopt(url, **options)


def rows(sql, *values):
    """The rows as the owner sees them, as tuples."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def value(sql, *values):
    return rows(sql, *values)[0][0]


def findings(**of):
    return AdoptionFinding.objects.using("owner").filter(**of).order_by("pk")


def reasons(**of):
    """Why rows were noted or set aside, in the order of the copy."""
    return [finding.reason for finding in findings(**of)]
