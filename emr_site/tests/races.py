"""Several people at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

from django.db import DatabaseError, connections, transaction

from emr_site.db import refusal_code
from emr_site.tests.factories import signed


def at_once(presses):
    """Every press in a thread of its own, all let go together; their answers."""
    gate = Barrier(len(presses))

    def run(press):
        try:
            gate.wait()
            return press()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(presses)) as pool:
        return list(pool.map(run, presses))


def written_after(first, second):
    """What became of a second writing that had to wait for the first: "written", or the rule that refused it."""
    said = []

    def write():
        try:
            with signed():
                second()
            said.append("written")
        except DatabaseError as error:
            said.append(refusal_code(error))
        finally:
            connections.close_all()

    other = Thread(target=write)
    with signed(), transaction.atomic():
        first()
        other.start()
        other.join(timeout=1.5)
        assert said == []  # it waits
    other.join(timeout=30)
    (answer,) = said
    return answer
