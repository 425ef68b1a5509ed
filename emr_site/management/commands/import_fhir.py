"""Fill the practice's tables from FHIR R4 bundles."""

import sys

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from emr_site.actor import acting_as, system_actor
from emr_site.fhir.bundles import BadBundle, bundle_files
from emr_site.fhir.context import Context
from emr_site.fhir.importing import MissingReference, import_file
from emr_site.fhir.registry import load_readers
from emr_site.fhir.tally import Tally


class Command(BaseCommand):
    help = "Import FHIR R4 transaction bundles (.json or .json.gz); a second run adds nothing."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="folder or file")

    def handle(self, *, paths, verbosity, **options):
        load_readers()
        files = bundle_files(paths)
        if not files:
            raise CommandError("No .json or .json.gz file is there.")
        total, bad = Tally(), {}
        progress = tqdm(total=len(files), unit=" files", file=sys.stderr, disable=verbosity == 0 or None)
        with acting_as(system_actor("import_fhir")), progress:
            self.read(files, Context(), total, bad, progress)
        self.report(total, len(files) - len(bad), bad)
        if bad:
            raise CommandError(f"{len(bad)} of {len(files)} files were left out; the rest is in.")

    def read(self, files, context, total, bad, bar):
        """Import the files; one that refers to another which comes after it gets a second chance."""
        waiting = []
        for file in files:
            try:
                total.add(import_file(file, context))
                bad.pop(file, None)
            except BadBundle as reason:
                bad[file] = reason
                if isinstance(reason, MissingReference):
                    waiting.append(file)
                    continue
            bar.update()
        if waiting and len(waiting) < len(files):
            self.read(waiting, context, total, bad, bar)

    def report(self, total, read, bad):
        self.stdout.write(f"{read} files read, {len(bad)} left out")
        for line in total.lines():
            self.stdout.write(line)
        for file, reason in bad.items():
            self.stdout.write(f"left out: {file.name}: {reason}")
