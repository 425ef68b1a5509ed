"""Whatever is written, in whatever way, kept or rolled back: the log, replayed, gives the tables as they stand."""

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.models import AuditLog
from emr_site.actor import acting_as, system_actor
from emr_site.db import call
from reception.models import Provider, Room

# What is compared of each table: the columns that the writes touch.
TABLES = {Room: ("room_number", "managing_department"), Provider: ("family_name", "specialization")}
ROOM_SQL = {
    "insert": "INSERT INTO Room (managing_department, room_number) VALUES (%s, %s)",
    "update": "UPDATE Room SET managing_department = %s WHERE room_number = %s",
    "delete": "DELETE FROM Room WHERE managing_department <=> %s AND room_number = %s",
}


def by_the_orm(verb, number, text):
    rooms = Room.objects.filter(room_number=number)
    if verb == "insert":
        Room.objects.create(room_number=number, managing_department=text)
    elif verb == "update":
        rooms.update(managing_department=text)
    else:
        rooms.delete()


def by_sql(verb, number, text):
    with connection.cursor() as cursor:
        cursor.execute(ROOM_SQL[verb], [text, number])


def by_procedures(verb, number, text):
    columns = {"name": f"P{number}", "specialty": text, "contact": None}
    if verb == "insert":
        call("CreateProvider", **columns)
    for provider in Provider.objects.filter(family_name=f"P{number}"):
        if verb == "update":
            call("UpdateProvider", provider_id=provider.pk, **columns)
        elif verb == "delete":
            call("DeleteProvider", provider_id=provider.pk)


writes = st.lists(
    st.tuples(
        st.sampled_from([by_the_orm, by_sql, by_procedures]),
        st.sampled_from(["insert", "update", "delete"]),
        st.integers(1, 3),
        st.one_of(st.none(), st.text(alphabet="aAbéß 'x\\\"", max_size=8)),
        st.booleans(),
    ),
    max_size=16,
)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=writes)
def test_no_rolled_back_change_leaves_an_entry_and_no_committed_one_lacks_its_own(plan):
    with acting_as(system_actor("plan")):
        for model in TABLES:
            model.objects.all().delete()
        start = AuditLog.objects.order_by("-id").values_list("id", flat=True).first() or 0
        for write, verb, number, text, keep in plan:
            with transaction.atomic():
                write(verb, number, text)
                transaction.set_rollback(not keep)
    for model, columns in TABLES.items():
        log = AuditLog.objects.filter(id__gt=start, table_name=model._meta.db_table).order_by("id")
        assert replayed(log, columns) == {row[0]: row[1:] for row in model.objects.values_list("pk", *columns)}


def replayed(log, columns):
    rows = {}
    for entry in log:
        assert entry.user_name == "plan"
        if entry.operation_type == "DELETE":
            del rows[entry.record_id]
        else:
            rows.setdefault(entry.record_id, {}).update(entry.new_value)
    return {number: tuple(row[column] for column in columns) for number, row in rows.items()}
