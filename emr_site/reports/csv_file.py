"""A report as a file for spreadsheets: UTF-8 with a mark that tells them so, and nothing in it that they would run."""

import csv
from itertools import chain, islice

BYTE_ORDER_MARK = "\ufeff"


class Echo:
    """A file that hands back what is written to it, so that csv can be streamed."""

    def write(self, text):
        return text


def lines(report, rows):
    """Yield the file line by line: the headings, then each row.

    The first row is fetched before anything is sent, so that a query that fails does not look like an empty file.
    """
    rows = iter(rows)
    first = list(islice(rows, 1))
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([column.heading for column in report.columns])
    cells = [column.cell for column in report.columns]
    for row in chain(first, rows):
        yield writer.writerow([cell.write(value) for cell, value in zip(cells, row, strict=True)])
