"""One of many that fails must not keep the others from theirs.

Of an error the log says its kind and where it was, and neither its words nor its values: they can be a patient's.
"""

import traceback

from django.db import transaction


def by_itself(act, *, log, what):
    """What `act()` returns, run in a transaction of its own; None when it failed, and the log says what did."""

    def whole():
        with transaction.atomic():
            return act()

    return going_on(whole, log=log, what=what)


def going_on(act, *, log, what):
    """As by_itself(), for what has its own transactions.

    Raised is what is not its own trouble alone: a lost connection, and a surrounding transaction that is given up.
    """
    try:
        return act()
    except Exception as error:
        connection = transaction.get_connection()
        if connection.needs_rollback or not connection.is_usable():
            raise
        log.error("%s failed: %s", what, in_short(error))
        return None


def in_short(error):
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}, {last.filename}:{last.lineno}"
