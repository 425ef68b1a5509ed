"""Django's migrate, as the owner's account, and after it the deploy of everything that equals its file."""

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from emr_site.sql.deploy import deploy, undeploy


class Command(migrate.Command):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args, **options):
        using = options["database"]
        if options["plan"] or options["check_unapplied"] or options["fake"]:
            return super().handle(*args, **options)
        if options["app_label"]:
            # On the way to some other state today's views and triggers would not fit the tables.
            undeploy(using)
        super().handle(*args, **options)
        executor = MigrationExecutor(connections[using])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return None  # not at the newest state
        touched = deploy(using)
        if options["verbosity"] >= 1 and touched:
            self.stdout.write(f"Deployed {len(touched)} views, routines, triggers and grants.")
        return None
