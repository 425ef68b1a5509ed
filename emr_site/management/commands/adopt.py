"""Move an existing database of the first system, of either generation, into an empty one."""

import MySQLdb
from django.core.management import BaseCommand, CommandError
from django.db import DatabaseError

from emr_site.actor import acting_as, system_actor
from emr_site.adoption.move import AdoptionRunning, Move, TargetNotEmpty
from emr_site.adoption.source import Source, SourceRefused, plain
from emr_site.adoption.tables import missing_tables

KINDS = {"A": "Generation A", "B": "Generation B", "AB": "A mixture of generations A and B"}


class Command(BaseCommand):
    help = "Copy an existing EMR database into this empty one; the source is only read."

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="URL", help="mysql://user:password@host:port/database")
        parser.add_argument("--dry-run", action="store_true", help="do everything, print the result, keep nothing")

    def handle(self, *, source, dry_run, **options):
        origin = self.opened(source)
        try:
            with acting_as(system_actor("adopt")):
                tallies = Move(origin, progress=self.say).run(dry_run=dry_run)
        except SourceRefused as refused:
            raise CommandError(refused) from refused
        except TargetNotEmpty as refused:
            raise CommandError(
                f"The table {refused} of this database already holds rows. Adopt into an empty database."
            ) from refused
        except AdoptionRunning as refused:
            raise CommandError("Another adoption into this database is running. Wait for its end.") from refused
        except MySQLdb.Error as error:
            raise CommandError(f"The source could not be read to its end, nothing is kept: {error.args[-1]}") from error
        except DatabaseError as error:
            raise CommandError(f"The copy failed half-way, nothing is kept: {error.args[-1]}") from error
        finally:
            origin.close()
        self.report(tallies, dry_run)

    def opened(self, url):
        try:
            return Source(url)
        except SourceRefused as refused:
            raise CommandError(refused) from refused
        except MySQLdb.Error as error:
            raise CommandError(f"The source cannot be opened: {error.args[-1]}") from error

    def say(self, table):
        self.stderr.write(f"Reading {table} ...")

    def report(self, tallies, dry_run):
        generations = "".join(sorted({tally.generation for tally in tallies if tally.generation}))
        self.stdout.write(KINDS.get(generations, "Of either generation: nothing tells which"))
        missing = missing_tables({plain(tally.source) for tally in tallies}, generations)
        if missing:
            self.stdout.write(f"Not there: {', '.join(missing)}")
        self.stdout.write(f"{'table':20} {'read':>8} {'written':>8} {'set aside':>10} {'noted':>8}")
        for tally in tallies:
            self.stdout.write(
                f"{tally.source:20} {tally.read:8} {tally.written:8} {tally.set_aside:10} {tally.noted:8}"
            )
        self.stdout.write("Every row that was set aside or noted is in Adoption_Finding, in the back office.")
        if dry_run:
            self.stdout.write("This was a dry run: nothing was kept.")
