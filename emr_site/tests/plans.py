"""What the servers mean to read: the plan of a query, on a table long enough to matter."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def plan_of(sql):
    """The steps of one query's plan that read a table: its table, key, rows (estimated) and extra."""
    traditional = "" if connection.mysql_is_mariadb else "FORMAT=TRADITIONAL "
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {traditional}{sql.replace('%', '%%')}")
        names = [column[0].lower() for column in cursor.description]
        steps = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    # A step without a table is the server's way to say that nothing can be found.
    return [step | {"rows": counted(step["rows"]), "extra": step["extra"] or ""} for step in steps if step["table"]]


def counted(rows):
    """MariaDB writes "12 (3%)" where it means to filter by a second key."""
    return int(str(rows or 0).split()[0])


def plans_of(work, tables):
    """(sql, steps) of each SELECT that `work()` asks of one of the tables."""
    with CaptureQueriesContext(connection) as queries:
        work()
    asked = [query["sql"] for query in queries if query["sql"].lstrip().startswith("SELECT")]
    return [(sql, plan_of(sql)) for sql in asked if any(f"FROM `{table}`" in sql for table in tables)]


def assert_reads(sql, steps, *, at_most, tiny=30):
    """Each step goes through a key and expects no more than so many rows; a tiny table may be read whole."""
    for step in steps:
        assert step["rows"] <= tiny or step["key"], (sql, step)
        assert step["rows"] <= at_most, (sql, step)


def assert_sorts(sql, steps, *, at_most):
    """No step sorts more rows than so many; those read in an index's order are read until the page is full."""
    for step in steps:
        assert step["rows"] <= at_most or (step["key"] and "filesort" not in step["extra"]), (sql, step)
