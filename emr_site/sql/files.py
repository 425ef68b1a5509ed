"""The files under sql/, as objects: which room, which kind, which name, and the text as it is sent to the server."""

import hashlib
import re
from dataclasses import dataclass

from django.conf import settings
from django.db import connections

ROOMS = ("emr_site", "accounts", "audit", "reception", "clinical", "billing")
# In the order in which one may use another.
KINDS = {"function": "functions", "view": "views", "procedure": "procedures", "trigger": "triggers"}
TABLE_OF_TRIGGER = re.compile(r"^CREATE TRIGGER \w+\s+(?:BEFORE|AFTER) \w+\s+ON (\w+)", re.MULTILINE)


@dataclass(frozen=True)
class SqlObject:
    room: str
    kind: str
    name: str
    text: str
    table: str = ""  # a trigger's table

    @property
    def sha256(self):
        return hashlib.sha256(self.text.encode()).hexdigest()


def accounts():
    """The names of the three database accounts of this installation."""
    names = {"app": "default", "owner": "owner", "reports": "reports"}
    return {account: connections[alias].settings_dict["USER"] for account, alias in names.items()}


def rendered(text):
    """The text with the names of this installation's accounts put in."""
    for account, name in accounts().items():
        text = text.replace(f"{{{account}_account}}", name)
    return text


def objects(kind):
    """Every object of one kind, room by room downwards, by name within a room."""
    for room in ROOMS:
        for path in sorted((settings.SQL_DIR / room / KINDS[kind]).glob("*.sql")):
            text = rendered(path.read_text().rstrip())
            table = TABLE_OF_TRIGGER.search(text)[1] if kind == "trigger" else ""
            yield SqlObject(room, kind, path.stem, text, table)


def domain_tables():
    """Every table that a room's files create, with its room; the technical ones too."""
    return {path.stem: room for room in ROOMS for path in sorted((settings.SQL_DIR / room / "tables").glob("*.sql"))}
