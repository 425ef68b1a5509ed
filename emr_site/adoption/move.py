"""The copy itself: one transaction, every id kept, every row placed or kept as a finding."""

import json
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, DataError, IntegrityError, connections, transaction

from emr_site.adoption.row import Row, SetAside
from emr_site.adoption.source import WHICH_DATABASE, SourceRefused, plain
from emr_site.adoption.tables import EXPLANATIONS, adopted_tables, generation_of
from emr_site.db import refusal_code

FINDING = (
    "INSERT INTO Adoption_Finding"
    " (source_table, source_id, reason, explanation, original_row, placed_table, placed_id)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s)"
)
EMPTY_COLUMN = 1048  # the server's error for a NULL that may not be
SECRETS = ("password", "passwd", "pwd")


@dataclass
class Tally:
    """What became of one source table's rows: read = written + set_aside; noted rows are among the written."""

    source: str
    generation: str = ""
    read: int = 0
    written: int = 0
    set_aside: int = 0
    noted: int = 0


class AdoptionRunning(Exception):
    """Somebody else is adopting into this database at this moment."""


class TargetNotEmpty(Exception):
    """The database to adopt into already holds rows; carries the table's name."""


class Move:
    def __init__(self, source, progress=lambda table: None):
        self.source, self.progress = source, progress
        self.connection = connections["owner"]

    def run(self, *, dry_run=False):
        """Copy everything and return the tallies; nothing stays after a dry run or an error."""
        with self.alone(), transaction.atomic(using="owner"):
            self.refuse_a_source_of_another_kind()
            self.refuse_a_target_with_rows()
            tallies = [tally for table in adopted_tables() for tally in self.copy_all(table)]
            tallies += self.keep_unknown_tables()
            transaction.set_rollback(dry_run, using="owner")
        return tallies

    @contextmanager
    def alone(self):
        """Two at once would both find an empty target, and the second would find every number taken."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT GET_LOCK(CONCAT('adopt ', DATABASE()), 0)")
            if not cursor.fetchone()[0]:
                raise AdoptionRunning
        try:
            yield
        finally:
            with self.connection.cursor() as cursor:
                cursor.execute("SELECT RELEASE_LOCK(CONCAT('adopt ', DATABASE()))")

    def refuse_a_source_of_another_kind(self):
        with self.connection.cursor() as cursor:
            cursor.execute(WHICH_DATABASE)
            if cursor.fetchone() == self.source.identity():
                raise SourceRefused("The source is this very database. Name the one to adopt from.")
        if "sqlobject" in self.source.tables:
            raise SourceRefused(f"{self.source.name} is a database of this product, not of the first system.")
        if not self.source.tables.keys() & {table.source for table in adopted_tables()}:
            raise SourceRefused(f"{self.source.name} has no table of the first system: it is no EMR database.")

    def refuse_a_target_with_rows(self):
        targets = dict.fromkeys([table.target for table in adopted_tables()] + ["Adoption_Finding"])
        targets.pop("Audit_Log", None)  # setting the database up leaves its own entries there
        with self.connection.cursor() as cursor:
            for target in targets:
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {target})")
                if cursor.fetchone()[0]:
                    raise TargetNotEmpty(target)

    def copy_all(self, table):
        for name in self.source.tables.get(table.source, []):
            self.progress(name)
            columns = {plain(column) for column in self.source.columns(name)}
            tally = Tally(name, generation_of(table, columns))
            for row in table.prepare(map(Row, self.source.rows(name))):
                self.copy(table, row, tally)
            yield tally

    def copy(self, table, row, tally):
        tally.read += 1
        try:
            values = table.place(row)
            row.note_the_unread()
            record_id = self.insert(table, row, self.with_a_usable_number(table, row, values))
        except SetAside as refused:
            tally.set_aside += 1
            explanation = " ".join([refused.explanation, *(explanation for _, explanation in row.notes)])
            self.keep(tally.source, row, refused.reason, explanation, None, None)
            return
        tally.written += 1
        tally.noted += bool(row.notes)
        for reason, explanation in row.notes:
            self.keep(tally.source, row, reason, explanation, table.target, record_id)

    def with_a_usable_number(self, table, row, values):
        number = values[table.key]
        if (number and number > 0) or table.renumbered:
            return values
        raise SetAside("number_unusable", "It has no number that can be kept, and other rows may refer to it.")

    def insert(self, table, row, values):
        try:
            return self.insert_as_is(table, row, values)
        except DatabaseError as error:
            return self.insert(table, row, self.without_the_cause(table, row, values, error))

    def without_the_cause(self, table, row, values, error):
        """The values less what the database refused, with a note; SetAside when nothing may be left out."""
        code = refusal_code(error)
        if code == "PRIMARY":
            return self.with_a_new_number(table, row, values)
        if code in table.optional:
            row.note(code, EXPLANATIONS[code])
            return {**values, table.optional[code]: None}
        if code is None and not isinstance(error, (IntegrityError, DataError)):
            raise error
        raise SetAside(*reason_of(code, error)) from error

    def with_a_new_number(self, table, row, values):
        number = values[table.key]
        if not table.renumbered:
            raise SetAside("id_taken", f"Another row has the number {number}; which one is meant, nobody can tell.")
        row.note("id_taken", f"The number {number} was taken; the row has a new one.")
        return {**values, table.key: None}

    def insert_as_is(self, table, row, values):
        columns, marks = ", ".join(values), ", ".join(["%s"] * len(values))
        # A statement that is refused leaves nothing by itself; only several need a savepoint, which costs two more.
        together = transaction.atomic(using="owner") if table.placed else nullcontext()
        with together, self.connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table.target} ({columns}) VALUES ({marks})", list(values.values()))
            record_id = values[table.key] or cursor.lastrowid
            if table.placed:
                table.placed(cursor, row, record_id)
        return record_id

    def keep(self, source_table, row, reason, explanation, placed_table, placed_id):
        number = row.number
        values = [
            source_table,
            number and number[:64],
            reason[:64],
            explanation if len(explanation) <= 255 else explanation[:254] + "…",
            json.dumps(without_secrets(row.original), ensure_ascii=False),
            placed_table,
            placed_id,
        ]
        with self.connection.cursor() as cursor:
            cursor.execute(FINDING, values)

    def keep_unknown_tables(self):
        """Rows of tables that the first system never had are kept too, each as a finding."""
        known = {table.source for table in adopted_tables()}
        for name in sorted(name for key, names in self.source.tables.items() if key not in known for name in names):
            self.progress(name)
            tally = Tally(name)
            for original in self.source.rows(name):
                tally.read += 1
                tally.set_aside += 1
                self.keep(name, Row(original), "unknown_table", "The first system has no such table.", None, None)
            yield tally


def reason_of(code, error):
    """Why the database refused a row: a code, and a sentence for people."""
    if code in EXPLANATIONS:
        return code, EXPLANATIONS[code]
    number, text = error.args[0], str(error.args[-1])
    if number == EMPTY_COLUMN:
        column = text.split("'")[1].removesuffix("_id")
        return f"{column}_missing", f"It needs this, which is missing: {column.replace('_', ' ')}."
    return code or "refused", f"The database refused it: {text}"


def without_secrets(original):
    """The whole row; of a password only the hash, for people read these rows."""
    return {
        column: make_password(value) if value and plain(column).endswith(SECRETS) else value
        for column, value in original.items()
    }
