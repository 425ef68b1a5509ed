"""What a hot page shows, asked in SQL as it stands: composing a query takes Django longer than it takes to run."""

from datetime import UTC

from django.db import connection
from MySQLdb.constants import FIELD_TYPE

MOMENTS = (FIELD_TYPE.DATETIME, FIELD_TYPE.TIMESTAMP)


def rows(sql, values):
    """The rows of one SELECT as dicts, by the names of its columns; moments are UTC, as a model's are."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column[0] for column in cursor.description]
        moments = [column[0] for column in cursor.description if column[1] in MOMENTS]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for name in moments:
        for row in found:
            row[name] = row[name] and row[name].replace(tzinfo=UTC)
    return found
