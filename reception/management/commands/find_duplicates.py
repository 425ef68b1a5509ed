"""manage.py find_duplicates: puts the likely duplicates of the whole practice on the desk's worklist."""

import sys

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from emr_site.actor import acting_as, system_actor
from reception.duplicate_search import chunks, find_between


class Command(BaseCommand):
    help = "Look for patients who may be registered twice. A second run adds nothing."

    def handle(self, *, verbosity, **options):
        found = 0
        with acting_as(system_actor("find_duplicates")):
            for first, last in tqdm(chunks(), unit=" chunks", file=sys.stderr, disable=verbosity == 0 or None):
                with transaction.atomic():
                    found += find_between(first, last)
        self.stdout.write(f"{found} pairs look like one person.")
