"""manage.py seed_demo: a believable practice, for looking around and for measuring."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from emr_site.demo.practice import Practice
from emr_site.demo.seed import is_empty, seed

SMALLEST = 50


class Command(BaseCommand):
    help = "Fill an empty database with a practice of made-up people, the same for the same seed and day."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--patients", type=int, default=300, help=f"how many; {SMALLEST} or more (300)")
        parser.add_argument("--seed", type=int, default=1, help="another number, another practice (1)")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the database holds rows")

    def handle(self, *, patients, seed, if_empty, verbosity, **options):
        if settings.PRODUCTION:
            raise CommandError(
                "The demonstration is not loaded in production: its sample logins have a password that everybody knows."
            )
        if patients < SMALLEST:
            raise CommandError(f"--patients must be {SMALLEST} or more: fewer people do not fill a day board.")
        if not is_empty():
            if if_empty:
                return
            raise CommandError(
                "The database already holds rows, and the demonstration is only loaded into an empty one."
                " script/db reset empties the private database."
            )
        self.load(Practice(patients=patients, seed=seed), quiet=verbosity == 0)

    def load(self, practice, *, quiet):
        with tqdm(total=practice.patients, unit=" patients", disable=quiet or None) as bar:
            seed(practice, progress=bar.update)
        if not quiet:
            names = ", ".join(name for name, _, _ in practice.shelf["logins"])
            self.stdout.write(f"A practice of {practice.patients:,} patients. Sign-ins: {names}.")
