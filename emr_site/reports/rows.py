"""Which rows of a report are asked for, in which order, page by page or all at once."""

from django.core.exceptions import EmptyResultSet
from django.db import connections
from MySQLdb.cursors import SSCursor

from emr_site.reports.report import DATABASE

ROWS_A_PAGE = 50
# Beyond so many rows a page is not leafed to, and a list is sorted only by what an index or its view puts in order.
SORTABLE_ROWS = 10_000
LAST_PAGE = SORTABLE_ROWS // ROWS_A_PAGE
CHUNK = 1_000


def in_order(report, queryset, sort):
    """The rows in the order of `sort` ("-date": newest first), the same whenever it is asked.

    Returns (rows, the order taken): a long list keeps its first order when asked for one that would read it whole.
    """
    if sort != report.order and not report.column(sort.lstrip("-")).quick and is_long(queryset):
        sort = report.order
    column = report.column(sort.lstrip("-"))
    sign = "-" if sort.startswith("-") else ""
    fields = [*column.fields, *(() if "pk" in column.fields else ("pk",))]
    return queryset.order_by(*(f"{sign}{field}" for field in fields)), sort


def is_long(queryset):
    return queryset.order_by().values("pk")[: SORTABLE_ROWS + 1].count() > SORTABLE_ROWS


def page_of(queryset, names, number):
    """(rows of the page, whether more follow); one row more than shown is read instead of counting them all."""
    start = (number - 1) * ROWS_A_PAGE
    rows = list(queryset.values_list(*names)[start : start + ROWS_A_PAGE + 1])
    return rows[:ROWS_A_PAGE], len(rows) > ROWS_A_PAGE


def every_row(queryset, names):
    """Yield all the rows, fetched while they are read, so that a million of them never stand in memory.

    They come over a connection of their own: one who stops reading leaves rows on the way, and neither these nor the
    moment at which the rest is given up may meet the next question on a shared one.
    """
    try:
        sql, params = queryset.values_list(*names).query.get_compiler(DATABASE).as_sql()
    except EmptyResultSet:
        return
    connection = connections[DATABASE].copy()
    connection.ensure_connection()
    try:
        cursor = connection.connection.cursor(SSCursor)
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
    finally:
        connection.close()
