"""Look for signed notes that are no longer as they were signed; exit 1 when there is one."""

import sys

from django.core.management.base import BaseCommand

from clinical.signatures import faults, signed_notes


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        found = 0
        for fault in faults():
            self.stdout.write(str(fault))
            found += 1
        self.stdout.write(f"{signed_notes()} signed notes looked at, {found} faults")
        if found:
            sys.exit(1)
