"""What the server says that an account may do: the lines of SHOW GRANTS, read to the last word."""

import re
from dataclasses import dataclass

SHOWN = re.compile(
    r"GRANT (?P<rights>.+) ON (?P<kind>PROCEDURE |FUNCTION |TABLE )?(?P<place>(?P<schema>\*|`[^`]+`|\"[^\"]+\")"
    r"\.(?P<name>\*|`[^`]+`|\"[^\"]+\")) TO (?P<rest>.+)"
)
# A right may be for some columns only: UPDATE (name, gender).
RIGHT = re.compile(r"[A-Z_][A-Z_ ]*(?:\([^)]*\))?")


@dataclass(frozen=True)
class Held:
    """Rights of one account in one place; the kind is "" for a table, and the name "*" for all of a database."""

    kind: str
    schema: str
    name: str
    rights: frozenset
    place: str  # as the server writes it

    def is_of(self, schema):
        """Whether it was given for this database, by its own name."""
        return self.schema.replace("\\", "") == schema

    def concerns(self, schema):
        """Whether it lets the account do anything in this database; the name for a whole one may be a pattern."""
        if self.schema == "*" or self.is_of(schema):
            return True
        return self.name == "*" and re.fullmatch(pattern_of(self.schema), schema) is not None


def pattern_of(like):
    wild = {"%": ".*", "_": "."}
    return re.sub(r"\\?.", lambda sign: wild.get(sign[0]) or re.escape(sign[0][-1]), like)


def held_by(cursor, who):
    """What `who`, such as 'emr_app'@'localhost', holds anywhere; no line that the server shows is passed over."""
    cursor.execute(f"SHOW GRANTS FOR {who}")
    for (line,) in cursor.fetchall():
        match = SHOWN.fullmatch(line)
        if match is None:
            # A role, or the right to act as another; behind the account's name there may be a password's hash.
            yield Held("", "*", "*", frozenset([line.split(" TO ")[0]]), "*.*")
            continue
        rights = rights_in(match["rights"]) - {"USAGE"}
        if "WITH GRANT OPTION" in match["rest"]:
            rights |= {"GRANT OPTION"}
        if rights:
            kind = (match["kind"] or "").replace("TABLE", "").strip()
            yield Held(kind, bare(match["schema"]), bare(match["name"]), rights, match["place"])


def bare(name):
    return name.strip('`"')


def rights_in(text):
    return frozenset(right.strip() for right in RIGHT.findall(text))
