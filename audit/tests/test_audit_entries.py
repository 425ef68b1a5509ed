"""What the database writes about each change, and as whom."""

from functools import partial

import pytest
from django.db import DatabaseError, connection, connections, transaction

from audit.models import AuditLog
from emr_site.actor import NOBODY, Actor, acting_as
from emr_site.tests.races import at_once
from reception.models import Patient, Room
from reception.tests.factories import PatientFactory

ROSA = Actor(7, "rosa", "Receptionist", "10.0.0.7", "r" * 32)
NED = Actor(8, "ned", "Nurse", "10.0.0.8", "n" * 32)


def entries(table, record_id):
    return list(AuditLog.objects.filter(table_name=table, record_id=record_id).order_by("id"))


@pytest.mark.django_db
def test_it_keeps_nulls_and_only_what_changed():
    patient = PatientFactory(phone_number=None, address="3 Elm Row")
    with acting_as(ROSA):
        Patient.objects.filter(pk=patient.pk).update(address=None, phone_number="555-0123")
    entry = entries("Patient", patient.pk)[-1]
    assert entry.old_value == {"address": "3 Elm Row", "phone_number": None}
    assert entry.new_value == {"address": None, "phone_number": "555-0123"}
    assert (entry.user_id, entry.user_name, entry.role, entry.address) == (7, "rosa", "Receptionist", "10.0.0.7")
    assert (entry.event, entry.action, entry.outcome, entry.operation_type) == ("change", "U", "0", "UPDATE")
    assert entry.patient_id == patient.pk
    assert entry.database_account.startswith(connection.settings_dict["USER"])
    assert entry.connection_id


@pytest.mark.django_db
def test_it_sees_a_change_of_case_and_not_a_change_of_nothing():
    room = Room(room_number=12, managing_department="oncology")
    with acting_as(ROSA):
        room.save()
        Room.objects.filter(pk=room.pk).update(managing_department="Oncology")
        Room.objects.filter(pk=room.pk).update(managing_department="Oncology")
    assert [entry.operation_type for entry in entries("Room", room.pk)] == ["INSERT", "UPDATE"]


@pytest.mark.django_db
def test_it_keeps_the_whole_row_that_was_removed():
    with acting_as(ROSA):
        room = Room.objects.create(room_number=12, managing_department=None)
        number = room.pk
        room.delete()
    removed = entries("Room", number)[-1]
    assert removed.operation_type == "DELETE"
    assert removed.old_value["room_number"] == 12
    assert "managing_department" in removed.old_value
    assert removed.old_value["managing_department"] is None


@pytest.mark.django_db
def test_it_hides_passwords_and_says_that_one_changed(cast):
    with acting_as(ROSA):
        cast.ned.set_password("a new and longer one")
        cast.ned.save()
    entry = entries("Users", cast.ned.pk)[-1]
    assert entry.new_value == {"password": "(hidden)"}
    assert "argon2" not in str(entry.old_value)


@pytest.mark.django_db
def test_it_refuses_the_pages_account_without_an_actor():
    with acting_as(NOBODY), pytest.raises(DatabaseError, match="actor_required"):
        Room.objects.create(room_number=1)


@pytest.mark.django_db
def test_two_actors_on_one_connection_never_share_a_signature():
    room = Room(room_number=1)
    with acting_as(ROSA):
        room.save()
    with acting_as(NED):
        Room.objects.filter(pk=room.pk).update(room_number=2)
    with acting_as(NOBODY), transaction.atomic(), pytest.raises(DatabaseError, match="actor_required"):
        Room.objects.filter(pk=room.pk).update(room_number=3)
    assert [entry.user_name for entry in entries("Room", room.pk)] == ["rosa", "ned"]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_change_at_the_prompt_is_recorded_with_the_database_account():
    owner = connections["owner"]
    with acting_as(NOBODY), owner.cursor() as cursor:
        cursor.execute("INSERT INTO Room (room_number) VALUES (77)")
    entry = AuditLog.objects.get(table_name="Room")
    account = owner.settings_dict["USER"]
    assert entry.user_name == account
    assert entry.database_account.startswith(f"{account}@")
    assert entry.user_id is None


@pytest.mark.django_db(transaction=True)
def test_threads_sign_each_for_itself():
    """Connections and actors both belong to a thread; neither leaks to another."""

    def work(actor):
        with acting_as(actor):
            for number in range(20):
                Room.objects.create(room_number=actor.user_id * 100 + number + 1)

    at_once([partial(work, actor) for actor in (ROSA, NED)])
    for entry in AuditLog.objects.filter(table_name="Room"):
        assert entry.new_value["room_number"] // 100 == entry.user_id
