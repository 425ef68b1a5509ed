"""Deploy the views, routines, triggers and grants without migrating."""

from django.core.management import BaseCommand

from emr_site.sql.deploy import deploy


class Command(BaseCommand):
    help = "Make views, routines, triggers and grants equal to their files; with --all, even those that should be."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="create every object anew, as after a hand edit")

    def handle(self, **options):
        touched = deploy(everything=options["all"])
        self.stdout.write(f"Deployed {len(touched)} views, routines, triggers and grants.")
