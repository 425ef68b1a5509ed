"""Rows waiting to be written, many to a statement, referred-to before referring."""

from collections import defaultdict

from django.db import connection

MANY = 1000


class Writer:
    def __init__(self, tables):
        self._rows = {table: defaultdict(list) for table in tables}
        self._moves = []

    @property
    def tables(self):
        return list(self._rows)

    def add(self, table, **values):
        """Keep one row; returns it, so that it can still be changed until it is written."""
        self._rows[table][tuple(values)].append(values)
        return values

    def move(self, sql, row_id):
        """Keep an UPDATE of one row, written after all inserts: rows with the same words go together.

        `sql` ends in `IN %s`.
        """
        self._moves.append((sql, row_id))

    def waiting(self, table):
        """The rows of a table that are not yet written."""
        return [row for rows in self._rows[table].values() for row in rows]

    def flush(self):
        with connection.cursor() as cursor:
            for table, shapes in self._rows.items():
                for columns, rows in shapes.items():
                    insert(cursor, table, columns, [tuple(row.values()) for row in rows])
                shapes.clear()
            self._make_moves(cursor)

    def _make_moves(self, cursor):
        by_words = defaultdict(list)
        for sql, row_id in self._moves:
            by_words[sql].append(row_id)
        for sql, ids in by_words.items():
            for start in range(0, len(ids), MANY):
                cursor.execute(sql, [ids[start : start + MANY]])
        self._moves.clear()


def insert(cursor, table, columns, rows):
    """Write tuples of values, as many to a statement as the server takes."""
    marks = ", ".join(["%s"] * len(columns))
    for start in range(0, len(rows), MANY):
        cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows[start : start + MANY])
