"""Times agreed with patients, and the patients' way through the building."""

from django.db import connection, transaction
from django.utils import timezone

from emr_site import db
from emr_site.versions import hold, write_changed
from reception.models import Appointment, AppointmentSeries, RoomStay, Visit
from reception.models.appointments import IN_BUILDING, TO_COME, Status


def create_appointment(patient_id, **columns):
    """Book a time; return the appointment's id. columns: provider_id, date, time, duration_minutes, reason …

    One row at once, and not the procedure of the first system: that books the usual length before it can be told
    another, and so would refuse ten minutes where only ten are free.
    """
    return Appointment.objects.create(patient_id=patient_id, **columns).pk


def create_series(patient_id, *, dates, every_weeks, **columns):
    """Book the same time on each of the dates, or none of them; return the series' id."""
    with transaction.atomic():
        series = AppointmentSeries.objects.create(patient_id=patient_id, every_weeks=every_weeks, times=len(dates))
        for date in dates:
            create_appointment(patient_id, series_id=series.pk, date=date, **columns)
        return series.pk


def hold_to_come(appointment_id, seen):
    """Lock an appointment that can still be moved or cancelled, as it was `seen`."""
    status = Appointment.objects.select_for_update().filter(pk=appointment_id).values_list("status", flat=True).first()
    if status in IN_BUILDING or Visit.objects.filter(appointment_id=appointment_id).exists():
        raise db.ProcedureRefused("appointment_has_visit")
    if status and status not in TO_COME:
        raise db.ProcedureRefused("appointment_closed")
    return hold(Appointment, appointment_id, seen=seen, gone="appointment_not_found")


def move_appointment(appointment_id, *, seen, **columns):
    """Give an appointment another provider, day, time or length, all in one change; it is then to be confirmed anew."""
    with transaction.atomic():
        row = hold_to_come(appointment_id, seen)
        if any(getattr(row, name) != columns[name] for name in ("provider_id", "date", "time", "duration_minutes")):
            columns["status"] = Status.SCHEDULED if row.status == Status.CONFIRMED else row.status
            write_changed(row, **columns)


def edit_appointment(appointment_id, *, seen, **columns):
    """Correct what an appointment to come is about: its type, its reason, the note for the desk."""
    with transaction.atomic():
        write_changed(hold_to_come(appointment_id, seen), **columns)


def cancel_appointment(appointment_id, *, seen, cancel_reason):
    with transaction.atomic():
        row = hold_to_come(appointment_id, seen)
        write_changed(row, status=Status.CANCELLED, cancel_reason=cancel_reason)


def cancel_for_earlier(appointment, reason):
    """Give up an appointment for an earlier one; raises ProcedureRefused when the patient has come to it meanwhile."""
    seen = Appointment.objects.select_for_update().get(pk=appointment.pk).version
    cancel_appointment(appointment.pk, seen=seen, cancel_reason=reason)


def set_status(appointment_id, status, *, seen, room_id=None):
    """Take a patient one step on: confirmed, in a room, with the doctor, at the checkout, done, or not come.

    `seen` is the status that stood on the screen; when another has stood there since, nothing is changed. The status
    that is there already is no error: two people saw the same patient go by.
    """
    with transaction.atomic():
        row = Appointment.objects.select_for_update().get(pk=appointment_id)
        if status != Status.ROOMED and row.status == status:
            return
        if row.status != seen:
            raise db.ProcedureRefused("appointment_moved_on")
        if not row.is_to_come and not row.is_in_building:
            raise db.ProcedureRefused("appointment_closed")
        if status in (Status.COMPLETED, Status.DID_NOT_ATTEND) and row.date > timezone.localdate():
            raise db.ProcedureRefused("appointment_not_yet")
        if room_id:
            enter_room(row, room_id)
        write_changed(row, status=status)


def status_before(appointment_id, status):
    """The status to which the step that led here can be taken back; None when it stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT StatusBefore(%s, %s)", [appointment_id, status])
        return cursor.fetchone()[0]


def undo_step(appointment_id, *, seen, reason):
    """Take back the step that led to the status that was `seen`; what came of it is taken back by the database."""
    with transaction.atomic():
        row = Appointment.objects.select_for_update().get(pk=appointment_id)
        if row.status != seen:
            raise db.ProcedureRefused("appointment_moved_on")
        before = status_before(row.pk, row.status)
        if before is None:
            raise db.ProcedureRefused("appointment_step_stands")
        Appointment.objects.filter(pk=row.pk).update(status=before, undo_reason=reason)


def enter_room(appointment, room_id):
    """Give the patient the room alone, and leave the one they were in."""
    visit = Visit.objects.filter(appointment=appointment).first()
    if visit is None:
        raise db.ProcedureRefused("appointment_without_visit")
    stay = RoomStay.objects.filter(visit=visit, left_at=None).first()
    if stay and stay.room_id == room_id:
        return
    if stay:
        RoomStay.objects.filter(pk=stay.pk).update(left_at=max(timezone.now(), stay.entered_at))
    RoomStay.objects.create(visit=visit, room_id=room_id)


def check_in(appointment_id):
    """The patient is here: a visit begins, tied to its appointment. Return the visit's id."""
    now = timezone.localtime()
    with transaction.atomic():
        appointment = Appointment.objects.select_for_update().get(pk=appointment_id)
        if appointment.status not in (*TO_COME, *IN_BUILDING):
            raise db.ProcedureRefused("appointment_closed")
        if appointment.date != now.date():
            raise db.ProcedureRefused("appointment_on_another_day")
        rows = db.call(
            "CreateVisit",
            patient_id=appointment.patient_id,
            provider_id=appointment.provider_id,
            date=now.date(),
            time=now.time().replace(second=0, microsecond=0),
            facility=None,
        )
        visit_id = rows[0]["visit_id"]
        tied = {"appointment_id": appointment.pk, "reason": appointment.reason, "arrived_at": timezone.now()}
        Visit.objects.filter(pk=visit_id).update(**tied)
        write_changed(appointment, status=Status.ARRIVED)
        return visit_id


def begin_visit(visit):
    """The clinician has the patient in front of them; whoever was not waiting stays as they are."""
    appointment = Appointment.objects.select_for_update().filter(visit=visit).first()
    if appointment and appointment.status in (Status.ARRIVED, Status.ROOMED):
        write_changed(appointment, status=Status.WITH_DOCTOR)
    elif not appointment and visit.arrived_at and not visit.started_at and not visit.left_at:
        Visit.objects.filter(pk=visit.pk).update(started_at=timezone.now())
