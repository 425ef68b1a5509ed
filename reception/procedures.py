"""The front desk's write path.

Each raises ProcedureRefused, or a DatabaseError of a rule, with a code that messages.py explains; each update of a form
raises EditConflict when the row is no longer as it was `seen`.
"""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from emr_site import db
from emr_site.templatetags.emr import MONTHS
from emr_site.versions import hold, write_changed
from reception.duplicates import note_likely
from reception.models import (
    Appointment,
    AppointmentSeries,
    Insurance,
    Patient,
    PatientContact,
    PatientPhone,
    PatientPhoto,
    RoomStay,
    Visit,
)
from reception.models.appointments import IN_BUILDING, TO_COME, Status
from reception.models.insurances import order_version


def refuse(code):
    raise db.ProcedureRefused(code)


def register_patient(*, phones=(), contacts=(), insurances=(), registered_by=None, **columns):
    """Register a patient, who gets the next medical record number, with what belongs to the person; return the id.

    Who looks like somebody registered before goes on the worklist of likely duplicates, with who registered them.
    """
    with transaction.atomic():
        patient_id = Patient.objects.create(**columns).pk
        for each in phones:
            add_phone(patient_id, **each)
        for each in contacts:
            add_contact(patient_id, **each)
        for each in insurances:
            add_insurance(patient_id, **each)
        note_likely(Patient.objects.get(pk=patient_id), registered_by=registered_by)
        return patient_id


def update_patient(patient_id, *, seen, **columns):
    with transaction.atomic():
        write_changed(hold(Patient, patient_id, seen=seen, gone="patient_not_found"), **columns)
        note_likely(Patient.objects.get(pk=patient_id))


def delete_patient(patient_id):
    """Remove a patient entered by mistake; one with any history is refused."""
    with transaction.atomic():
        db.call("DeletePatient", patient_id=patient_id)


def call_merge(kept_id, merged_id, *, reason, filled):
    """Move every row of one patient to another; return the merge's id."""
    rows = db.call("MergePatients", patient_id=kept_id, merged_patient_id=merged_id, reason=reason, filled=filled)
    return rows[0]["patient_merge_id"]


def call_undo_merge(merge_id):
    """Move the rows of a merge back."""
    db.call("UndoMerge", patient_merge_id=merge_id)


def set_active(patient, active):
    """Take a patient out of daily use, or back into it; the history stays either way."""
    moment = None if active else timezone.now()
    Patient.objects.filter(pk=patient.pk).update(deactivated_at=moment)


def register_unknown():
    """Register somebody of whom nothing is known yet, under the moment of arrival; return the patient's id."""
    now = timezone.now()
    on = timezone.localtime(now)
    return Patient.objects.create(
        family_name=Patient.UNKNOWN,
        given_name=f"Patient {on.day:02}-{MONTHS[on.month - 1]} {on:%H:%M}",
        unknown_since=now,
    ).pk


def set_photo(patient_id, image):
    """Keep a JPEG as the patient's picture, in place of the one before."""
    with transaction.atomic():
        Patient.objects.select_for_update().only("pk").get(pk=patient_id)
        PatientPhoto.objects.update_or_create(
            patient_id=patient_id, defaults={"image": image, "taken_at": timezone.now()}
        )


def remove_photo(patient_id):
    PatientPhoto.objects.filter(patient_id=patient_id).delete()


def add_phone(patient_id, *, for_reminders, **columns):
    """Add a further phone; one that reminders go to takes them from the other."""
    with transaction.atomic():
        if for_reminders:
            take_reminders_from(patient_id)
        return PatientPhone.objects.create(patient_id=patient_id, for_reminders=for_reminders, **columns).pk


def update_phone(phone_id, *, seen, for_reminders, **columns):
    with transaction.atomic():
        row = hold(PatientPhone, phone_id, seen=seen, gone="patient_phone_not_found")
        if for_reminders and not row.for_reminders:
            take_reminders_from(row.patient_id)
        write_changed(row, for_reminders=for_reminders, **columns)


def take_reminders_from(patient_id):
    PatientPhone.objects.filter(patient_id=patient_id, for_reminders=True).update(for_reminders=False)


def remove_phone(phone_id):
    PatientPhone.objects.filter(pk=phone_id).delete()


def add_contact(patient_id, **columns):
    """Add a contact, who is called after those that are there."""
    with transaction.atomic():
        last = PatientContact.objects.filter(patient_id=patient_id).aggregate(last=Max("position"))["last"]
        return PatientContact.objects.create(patient_id=patient_id, position=(last or 0) + 1, **columns).pk


def update_contact(contact_id, *, seen, **columns):
    with transaction.atomic():
        write_changed(hold(PatientContact, contact_id, seen=seen, gone="patient_contact_not_found"), **columns)


def remove_contact(contact_id):
    PatientContact.objects.filter(pk=contact_id).delete()


def add_insurance(patient_id, **columns):
    """Add an insurance, which is asked after those that are there; note who else has its number. Return its id."""
    with transaction.atomic():
        patient = Patient.objects.select_for_update().get(pk=patient_id)
        insurance_id = Insurance.objects.create(patient=patient, **columns).pk
        note_likely(patient)
        return insurance_id


def update_insurance(insurance_id, *, seen, **columns):
    """Correct an insurance; one that ends leaves its place to those behind it."""
    with transaction.atomic():
        row = hold(Insurance, insurance_id, seen=seen, gone="insurance_not_found")
        write_changed(row, **columns)
        close_gaps(row.patient_id)


def close_gaps(patient_id):
    asked = Insurance.objects.filter(patient_id=patient_id).exclude(priority=None).order_by("priority")
    for place, row in enumerate(asked, start=1):
        write_changed(row, priority=place)


def order_insurances(patient, *, seen, places):
    """Say which insurance is asked first, second and third: {id: place or None}. All change, or none.

    Raises ProcedureRefused("insurance_order_changed") when the list is no longer as it was `seen`.
    """
    with transaction.atomic():
        rows = list(Insurance.objects.select_for_update().filter(patient=patient).order_by("pk"))
        if order_version(rows) != seen:
            raise db.ProcedureRefused("insurance_order_changed")
        moved = [row for row in rows if row.priority != places.get(row.pk)]
        Insurance.objects.filter(pk__in=[row.pk for row in moved]).update(priority=None)
        for row in moved:
            if places.get(row.pk):
                Insurance.objects.filter(pk=row.pk).update(priority=places[row.pk])


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
