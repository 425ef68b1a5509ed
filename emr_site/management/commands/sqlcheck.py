"""Compare the live database with one built from scratch by the migrations."""

import sys

from django.core.management import BaseCommand
from django.db import connections

from emr_site.sql.catalogue import catalogue, drift
from emr_site.sql.scratch import scratch_database


class Command(BaseCommand):
    help = "Print what is changed, missing or extra in the database; exit 1 if anything is."
    requires_system_checks = []

    def handle(self, **options):
        connection = connections["owner"]
        with scratch_database() as scratch:
            wanted = catalogue(connection, scratch)
        found = drift(connection, wanted)
        for state, kind, name in found:
            self.stdout.write(f"{state:8} {kind} {name}")
        self.stdout.write(f"{len(wanted)} objects compared, {len(found)} adrift")
        if found:
            sys.exit(1)
