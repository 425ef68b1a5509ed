"""Reading a report as a person does: off its page, and out of its file."""

import csv
import io
from html.parser import HTMLParser

from django.urls import reverse


class Cells(HTMLParser):
    """The texts of a page's table cells, row by row."""

    def __init__(self):
        super().__init__()
        self.rows, self.in_cell = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.in_cell = True
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag == "td":
            self.in_cell = False

    def handle_data(self, data):
        if self.in_cell:
            self.rows[-1][-1] += data


def page(client, slug, **query):
    return client.get(reverse("reports:report", args=[slug]), query)


def shown(client, slug, **query):
    """The rows of the report's page, each a list of texts."""
    response = page(client, slug, **query)
    assert response.status_code == 200, response.content.decode()
    cells = Cells()
    cells.feed(response.content.decode())
    return [row for row in cells.rows if row]


def text_of_file(client, slug, **query):
    response = client.get(reverse("reports:report_csv", args=[slug]), query)
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


def downloaded(client, slug, **query):
    """(headings, rows) of the report's file."""
    headings, *rows = csv.reader(io.StringIO(text_of_file(client, slug, **query).removeprefix("\ufeff")))
    return headings, rows
