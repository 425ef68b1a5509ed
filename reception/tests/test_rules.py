"""The rules of the front desk hold whoever writes: the ORM, a procedure, or someone at the prompt."""

from datetime import date, time, timedelta

import pytest

from clinical.tests.acting import assert_refused, sql
from emr_site.tests.factories import signed
from reception.models import Appointment, Patient, Visit
from reception.tests.factories import AppointmentFactory, PatientFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Appointment (patient_id, provider_id, date, time, duration_minutes) VALUES (%s, %s, %s, %s, %s)"


@pytest.fixture
def booked(cast):
    """Tomorrow from 10:30 to 10:45."""
    return cast.ann_appointment


def every_way_to_book(cast, provider, on, at):
    patient = cast.bo_record
    return (
        lambda: Appointment.objects.create(patient=patient, provider=provider, date=on, time=at),
        sql("CALL CreateAppointment(%s, %s, %s, %s, NULL)", patient.pk, provider.pk, on, at),
        sql(INSERT, patient.pk, provider.pk, on, at, 15),
    )


def every_way_to_change(row, **columns):
    """The ORM, the named procedure, and raw SQL."""
    now = {name: getattr(row, name) for name in ("patient_id", "provider_id", "date", "time", "status")} | columns
    columns |= {"move_reason": "As it must be", "cancel_reason": "Ill"}
    assignments = ", ".join(f"{name} = %s" for name in columns)
    return (
        lambda: Appointment.objects.filter(pk=row.pk).update(**columns),
        sql("CALL UpdateAppointment(%s, %s, %s, %s, %s, %s)", row.pk, *now.values()),
        sql(f"UPDATE Appointment SET {assignments} WHERE appointment_id = %s", *columns.values(), row.pk),
    )


@pytest.mark.parametrize("at", ["10:16", "10:30", "10:44"])
def test_nobody_is_booked_into_a_taken_time(cast, booked, at):
    at = time.fromisoformat(at)
    assert_refused("slot_taken", *every_way_to_book(cast, booked.provider, booked.date, at))
    assert Appointment.objects.count() == 1


def test_nothing_is_moved_or_lengthened_into_a_taken_time(cast, booked):
    other = AppointmentFactory(patient=cast.bo_record, provider=booked.provider, time=time(9))
    assert_refused("slot_taken", *every_way_to_change(other, time=time(10, 40)))
    long = sql("UPDATE Appointment SET duration_minutes = 120, move_reason = 'x' WHERE appointment_id = %s", other.pk)
    assert_refused(
        "slot_taken", long, lambda: Appointment.objects.filter(pk=other.pk).update(duration_minutes=91, move_reason="x")
    )


def test_nothing_to_come_is_booked_as_completed(cast):
    patient, provider = cast.bo_record, cast.okafor_provider
    columns = {"patient": patient, "provider": provider, "date": day(5), "time": time(9), "status": "Completed"}
    insert = "INSERT INTO Appointment (patient_id, provider_id, date, time, status) VALUES (%s, %s, %s, %s, %s)"
    values = (patient.pk, provider.pk, day(5), time(9), "Completed")
    assert_refused(
        "appointment_not_yet",
        lambda: Appointment.objects.create(**columns),
        sql("CALL CreateAppointment(%s, %s, %s, %s, %s)", *values),
        sql(insert, *values),
    )


def test_nobody_who_has_died_is_booked_or_moved(cast, booked):
    with signed():
        Patient.objects.filter(pk__in=[cast.bo_record.pk, booked.patient_id]).update(deceased_on=day(-1))
    assert_refused("patient_has_died", *every_way_to_book(cast, cast.lund_provider, day(3), time(9)))
    assert_refused("patient_has_died", *every_way_to_change(booked, date=day(3)))


@pytest.mark.parametrize("at", ["10:15", "10:45"])
def test_one_may_begin_when_the_other_ends(cast, booked, at):
    for way in every_way_to_book(cast, booked.provider, booked.date, time.fromisoformat(at)):
        with signed():
            way()
            Appointment.objects.exclude(pk=booked.pk).update(status="Cancelled", cancel_reason="Ill")
    assert Appointment.objects.count() == 4


def test_a_cancelled_time_and_another_providers_are_free(cast, booked):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Cancelled", cancel_reason="Ill")
    for provider in (booked.provider, cast.lund_provider):
        with signed():
            every_way_to_book(cast, provider, booked.date, booked.time)[1]()
    assert Appointment.objects.live().count() == 2


@pytest.mark.parametrize("so_far", ["Completed", "Cancelled"])
def test_a_status_never_goes_back(cast, booked, so_far):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status=so_far, cancel_reason="Ill")
    booked.refresh_from_db()
    for status in {"Scheduled", "Completed", "Cancelled"} - {so_far}:
        assert_refused("appointment_status_path", *every_way_to_change(booked, status=status))


def test_what_is_closed_does_not_move(cast, booked):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Completed")
    booked.refresh_from_db()
    assert_refused("appointment_closed", *every_way_to_change(booked, date=booked.date + timedelta(days=1)))


def test_what_is_to_come_is_not_completed(cast):
    later = AppointmentFactory(patient=cast.ann_record, date=day(5))
    assert_refused("appointment_not_yet", *every_way_to_change(later, status="Completed"))


def test_an_appointment_with_a_visit_is_neither_cancelled_nor_deleted(cast, booked):
    VisitFactory(patient=booked.patient, provider=booked.provider, appointment=booked, date=day(0))
    assert_refused("appointment_has_visit", *every_way_to_change(booked, status="Cancelled"))
    assert_refused("appointment_has_visit", sql("CALL DeleteAppointment(%s)", booked.pk))
    assert_refused("visit_appointment", sql("DELETE FROM Appointment WHERE appointment_id = %s", booked.pk))


def test_a_cancelled_appointment_gets_no_visit(cast, booked):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Cancelled", cancel_reason="Ill")
    visit = VisitFactory(patient=booked.patient, provider=booked.provider)
    assert_refused(
        "appointment_closed",
        lambda: VisitFactory(patient=booked.patient, provider=booked.provider, appointment=booked),
        lambda: Visit.objects.filter(pk=visit.pk).update(appointment=booked),
        sql("UPDATE Visit SET appointment_id = %s WHERE visit_id = %s", booked.pk, visit.pk),
    )


def test_a_visit_is_not_before_the_birth(cast):
    newborn, provider = PatientFactory(date_of_birth=day(-3)), cast.okafor_provider
    visit = VisitFactory(patient=newborn, provider=provider, date=day(-1))
    before = day(-4)
    assert_refused(
        "visit_before_birth",
        lambda: Visit.objects.create(patient=newborn, provider=provider, date=before),
        sql("CALL CreateVisit(%s, %s, %s, NULL, NULL)", newborn.pk, provider.pk, before),
        sql("INSERT INTO Visit (patient_id, provider_id, date) VALUES (%s, %s, %s)", newborn.pk, provider.pk, before),
        lambda: Visit.objects.filter(pk=visit.pk).update(date=before),
        sql("CALL UpdateVisit(%s, %s, %s, %s, NULL, NULL)", visit.pk, newborn.pk, provider.pk, before),
        sql("UPDATE Visit SET date = %s WHERE visit_id = %s", before, visit.pk),
        lambda: Patient.objects.filter(pk=newborn.pk).update(date_of_birth=day(0)),
        sql("UPDATE Patient SET date_of_birth = %s WHERE patient_id = %s", day(0), newborn.pk),
    )


def test_a_visit_and_a_birth_are_not_in_the_future(cast):
    ann, provider = cast.ann_record, cast.okafor_provider
    assert_refused(
        "visit_in_future",
        lambda: Visit.objects.create(patient=ann, provider=provider, date=day(3)),
        sql("CALL CreateVisit(%s, %s, %s, NULL, NULL)", ann.pk, provider.pk, day(3)),
    )
    assert_refused(
        "birth_in_future",
        lambda: Patient.objects.create(family_name="Soon", date_of_birth=day(3)),
        sql("CALL CreatePatient('Soon', %s, NULL, NULL, NULL)", day(3)),
        sql("INSERT INTO Patient (family_name, date_of_birth) VALUES ('Soon', %s)", day(3)),
    )


def test_a_record_number_is_given_once_and_for_life(cast):
    ann = cast.ann_record
    mistyped = f"{ann.mrn[:-1]}{(int(ann.mrn[-1]) + 1) % 10}"
    assert_refused("mrn_is_permanent", sql("UPDATE Patient SET mrn = '10' WHERE patient_id = %s", ann.pk))
    assert_refused("mrn_check_digit", sql("INSERT INTO Patient (family_name, mrn) VALUES ('X', %s)", mistyped))
    assert_refused("patient_mrn_taken", sql("INSERT INTO Patient (family_name, mrn) VALUES ('X', %s)", ann.mrn))


def test_only_known_words_and_sensible_times_are_kept(cast, booked):
    def change(assignment):
        return sql(f"UPDATE Appointment SET {assignment}, move_reason = 'x' WHERE appointment_id = {booked.pk}")

    assert_refused("appointment_status_known_word", change("status = 'Gone'"))
    assert_refused("appointment_length_sensible", change("duration_minutes = 0"), change("duration_minutes = 481"))
    assert_refused("appointment_within_one_day", change("time = '23:50:00'"), change("time = '-01:00:00'"))
    assert_refused("patient_birth_date_plausible", lambda: PatientFactory(date_of_birth=date(1849, 12, 31)))
