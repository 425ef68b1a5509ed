"""Fill the practice's tables from FHIR R4 bundles."""

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from emr_site.actor import acting_as, system_actor
from emr_site.fhir.bundles import BadBundle, bundle_files
from emr_site.fhir.context import Context
from emr_site.fhir.importing import import_file
from emr_site.fhir.registry import load_readers


class Command(BaseCommand):
    help = "Import FHIR R4 transaction bundles (.json or .json.gz); a second run adds nothing."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="folder or file")

    def handle(self, *, paths, **options):
        load_readers()
        files = bundle_files(paths)
        if not files:
            raise CommandError("No .json or .json.gz file is there.")
        context, bad = Context(), []
        with acting_as(system_actor("import_fhir")):
            for file in tqdm(files, unit="file", file=self.stderr, disable=options["verbosity"] == 0):
                try:
                    import_file(file, context)
                except BadBundle as reason:
                    bad.append(f"{file.name}: {reason}")
        self.report(context, len(files) - len(bad), bad)

    def report(self, context, read, bad):
        self.stdout.write(f"{read} files read, {len(bad)} left out")
        self.stdout.write(f"{'resource':24} {'new':>8} {'known':>8} {'not mapped':>11}")
        kinds = sorted(context.mapped.keys() | context.known.keys() | context.not_mapped.keys())
        for kind in kinds:
            counts = context.mapped[kind], context.known[kind], context.not_mapped[kind]
            self.stdout.write("{:24} {:8} {:8} {:11}".format(kind, *counts))
        for (kind, reason), count in sorted(context.skipped.items()):
            self.stdout.write(f"skipped: {count} {kind}: {reason}")
        for line in bad:
            self.stdout.write(f"left out: {line}")
