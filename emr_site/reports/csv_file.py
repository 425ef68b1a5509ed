"""A report as a file for spreadsheets: UTF-8 with a mark that tells them so, and nothing in it that they would run."""

import csv
from itertools import chain, islice

BYTE_ORDER_MARK = "\ufeff"


class Echo:
    """A file that hands back what is written to it, so that csv can be streamed."""

    def write(self, text):
        return text


def lines(report, rows):
    """The file line by line: the headings, then each row.

    The first row is fetched here, before anything is sent or noted as taken away: a query that fails is a page that
    says so, and no empty file.
    """
    rows = iter(rows)
    first = list(islice(rows, 1))
    return written(report, chain(first, rows))


def written(report, rows):
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([column.heading for column in report.columns])
    cells = [column.cell for column in report.columns]
    for row in rows:
        yield writer.writerow([cell.write(value) for cell, value in zip(cells, row, strict=True)])
