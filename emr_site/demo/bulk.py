"""A very large practice: chunks of patients, each written in one transaction, two at a time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from django.db import connection

from emr_site.actor import acting_as
from emr_site.demo import writer
from emr_site.demo.contributions import contributions
from emr_site.refusals import in_a_transaction

CHUNK = 1000
AT_ONCE = 2  # The work is the server's; a process forked from one that has threads may wait for ever.


@dataclass
class Chunk:
    """As many visits as patients; ids are given out beforehand, so that rows can refer to one another."""

    number: int
    first_patient: int
    first_visit: int
    size: int
    visits: list = field(default_factory=list)

    def insert(self, table, columns, rows):
        with connection.cursor() as cursor:
            writer.insert(cursor, table, columns, rows)


def fill(practice, progress):
    """Write the patients beyond the rich charts; progress(n) is told of every n patients written."""
    chunks = list(chunks_of(practice))
    if not chunks:
        return
    # Alone, because nearly every name is new in it: two at once would wait for each other's words crosswise.
    progress(write(practice, chunks[0]))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for size in pool.map(partial(write_apart, practice), chunks[1:]):
            progress(size)
    take_stock(practice)


def take_stock(practice):
    """Have the server count anew: it plans by what its tables held when it opened them, which was next to nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE TABLE {', '.join(practice.writer.tables)}")
        cursor.fetchall()


def chunks_of(practice):
    patient, visit = practice.last_id("Patient"), practice.last_id("Visit")
    total = practice.patients - patient
    for number, start in enumerate(range(0, total, CHUNK)):
        yield Chunk(number, patient + start + 1, visit + start + 1, min(CHUNK, total - start))


def write_apart(practice, chunk):
    try:
        return write(practice, chunk)
    finally:
        connection.close()


def write(practice, chunk):
    """A chunk that the server gives up for another's, over a name that is new in both, is written once more."""

    def fill():
        afresh = replace(chunk, visits=[])
        for contribution in contributions():
            contribution.bulk(practice, afresh)

    with acting_as(practice.actor):
        in_a_transaction(fill)
    return chunk.size
