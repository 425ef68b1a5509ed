"""The one door from Python to stored procedures, and what the database's refusals are called."""

import re
from functools import cache

from django.conf import settings
from django.db import DatabaseError, OperationalError, connections

SIGNAL, DUPLICATE = 1644, 1062
CHECK_FAILED = {4025, 3819}  # MariaDB, MySQL
KEY_MISSING = {1451, 1452}  # a row that is still referred to; a reference to no row
DOES_NOT_FIT = {1264: "out_of_range", 1406: "too_long"}  # a number, a text, for its column


class ProcedureRefused(Exception):
    """A rule of the database refused (SIGNAL '45000'); `code` says which, as in "slot_taken"."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def call(procedure, *, using="default", **arguments):
    """Call a stored procedure by its parameters' names; return the rows of its last result set as dicts.

    Raises TypeError for an argument that the procedure does not declare or lacks, ProcedureRefused for its refusal.
    """
    declared = parameters(procedure)
    if set(arguments) != set(declared):
        wrong = ", ".join(sorted(set(arguments) ^ set(declared)))
        raise TypeError(f"{procedure}({', '.join(declared)}): missing or unknown: {wrong}")
    marks = ", ".join(["%s"] * len(declared))
    with connections[using].cursor() as cursor:
        try:
            cursor.execute(f"CALL {procedure}({marks})", [arguments[name] for name in declared])
            return last_rows(cursor)
        except OperationalError as error:
            if error.args[0] == SIGNAL:
                raise ProcedureRefused(error.args[1]) from error
            raise


def last_rows(cursor):
    rows = []
    while cursor.description:
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        if not cursor.nextset():
            break
    return rows


@cache
def parameters(procedure):
    """The names of a procedure's parameters, in order, without their p_, as its file declares them."""
    paths = list(settings.SQL_DIR.glob(f"*/procedures/{procedure}.sql"))
    if len(paths) != 1:
        raise LookupError(f"There is no one file for the procedure {procedure}.")
    return tuple(re.findall(r"\bIN\s+p_(\w+)", paths[0].read_text()))


def refusal_code(error):
    """What rule a database error speaks of: a signal's code or a constraint's name; None when it is no refusal.

    A missing or used reference gives the foreign key's name, a duplicate the unique key's ("PRIMARY" for an id), and
    what is too large for its column what it is and where: "out_of_range weight_kg".
    """
    if isinstance(error, ProcedureRefused):
        return error.code
    if not isinstance(error, DatabaseError) or len(error.args) < 2:
        return None
    number, text = error.args[0], str(error.args[1])
    if number == SIGNAL:
        return text
    if number in CHECK_FAILED:
        return re.search(r"[`'](\w+)[`']", text)[1]
    if number in KEY_MISSING:
        return re.search(r"CONSTRAINT `(\w+)`", text)[1]
    if number == DUPLICATE:
        return re.search(r"for key '(?:[^']*\.)?(\w+)'$", text)[1]
    if number in DOES_NOT_FIT and (column := re.search(r"column '?(?:[^' ]*\.)?(?:p_)?(\w+)", text)):
        return f"{DOES_NOT_FIT[number]} {column[1]}"
    return None
