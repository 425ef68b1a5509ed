"""The sample rows of the first system, one CSV file a table."""

import csv
from pathlib import Path


def sample_rows(table):
    """The rows of one table, as dicts of text."""
    with open(Path(__file__).parent / f"{table}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
