"""Migration operations that run the files under sql/, each sent whole: a splitter would cut procedures to pieces."""

from django.conf import settings
from django.db.migrations.operations.base import Operation


class FileOperation(Operation):
    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label, state):
        """The models' state is moved by Django's own operations."""

    def run(self, schema_editor, path):
        schema_editor.execute((settings.SQL_DIR / path).read_text(), params=None)


class RunTables(FileOperation):
    """Create the room's tables in the order given; drop them in reverse."""

    def __init__(self, room, tables):
        self.room, self.tables = room, tables

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for table in self.tables:
            self.run(schema_editor, f"{self.room}/tables/{table}.sql")

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for table in reversed(self.tables):
            schema_editor.execute(f"DROP TABLE IF EXISTS {schema_editor.quote_name(table)}")

    def describe(self):
        return f"Create the tables {', '.join(self.tables)}"


class RunChange(FileOperation):
    """Run sql/<path>.sql forwards and sql/<path>.undo.sql backwards; one statement each."""

    def __init__(self, path):
        self.path = path

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        self.run(schema_editor, f"{self.path}.sql")

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        self.run(schema_editor, f"{self.path}.undo.sql")

    def describe(self):
        return f"Run {self.path}"
