"""Django's migrate, as the owner's account, and after it the deploy of everything that equals its file."""

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import pre_migrate

from emr_site.sql.deploy import deploy, undeploy

CLOSED = (
    "The database is on its way to another state: it has no views, routines and triggers, and the pages' account no"
    " rights. Run migrate without a name to bring both back."
)


class Command(migrate.Command):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args, **options):
        if options["plan"] or options["check_unapplied"] or options["fake"]:
            return super().handle(*args, **options)
        self.closed = False
        # Sent when Django has understood its arguments and knows the steps, and before the first of them.
        pre_migrate.connect(self.clear_the_way, weak=False)
        try:
            super().handle(*args, **options)
        except BaseException:
            if self.closed:
                self.deploy_what_fits(options)
            raise
        finally:
            pre_migrate.disconnect(self.clear_the_way)
        self.deploy_what_fits(options)
        return None

    def clear_the_way(self, *, plan, using, **kwargs):
        """On the way back today's views and triggers would not fit the tables."""
        if not self.closed and any(backwards for _, backwards in plan):
            self.closed = True
            undeploy(using)

    def deploy_what_fits(self, options):
        """Deploy at the newest state; at any other, say what the database lacks."""
        executor = MigrationExecutor(connections[options["database"]])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            if self.closed:
                self.stderr.write(self.style.WARNING(CLOSED))
            return
        touched = deploy(options["database"])
        if options["verbosity"] >= 1 and touched:
            self.stdout.write(f"Deployed {len(touched)} views, routines, triggers and grants.")
