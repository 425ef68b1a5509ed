"""Fill an empty database with a practice."""

from django.db import connection, transaction

from emr_site.actor import acting_as
from emr_site.demo import bulk
from emr_site.demo.contributions import contributions

MADE_TABLES = ("Users", "Patient", "Provider", "Room")


def is_empty():
    """Whether nobody has begun to use the database."""
    with connection.cursor() as cursor:
        for table in MADE_TABLES:
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")
            if cursor.fetchone()[0]:
                return False
    return True


def seed(practice, progress=lambda patients: None):
    """Write the whole practice; the part with full charts stands or falls as one."""
    with acting_as(practice.actor):
        with transaction.atomic():
            write_charts(practice, progress)
        bulk.fill(practice, progress)


def write_charts(practice, progress):
    parts = contributions()
    for part in parts:
        part.prepare(practice)
    practice.writer.flush()
    for source in parts:
        for batch in source.batches(practice):
            for part in parts:
                part.fill(practice, batch)
            practice.writer.flush()
            progress(len(batch.people))
    for part in parts:
        part.finish(practice)
