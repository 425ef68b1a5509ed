"""The front desk's write path.

Each raises ProcedureRefused, or a DatabaseError of a rule, with a code that messages.py explains; each update of a form
raises EditConflict when the row is no longer as it was `seen`.
"""

from django.db import transaction
from django.utils import timezone

from emr_site import db
from emr_site.versions import hold, write_changed
from reception.models import Appointment, Insurance, Patient, Visit


def register_patient(**columns):
    """Register a patient, who gets the next medical record number; return the patient's id."""
    return Patient.objects.create(**columns).pk


def update_patient(patient_id, *, seen, **columns):
    with transaction.atomic():
        write_changed(hold(Patient, patient_id, seen=seen, gone="patient_not_found"), **columns)


def delete_patient(patient_id):
    """Remove a patient entered by mistake; one with any history is refused."""
    with transaction.atomic():
        db.call("DeletePatient", patient_id=patient_id)


def set_active(patient, active):
    """Take a patient out of daily use, or back into it; the history stays either way."""
    moment = None if active else timezone.now()
    Patient.objects.filter(pk=patient.pk).update(deactivated_at=moment)


def add_insurance(patient_id, **columns):
    return Insurance.objects.create(patient_id=patient_id, **columns).pk


def update_insurance(insurance_id, *, seen, **columns):
    with transaction.atomic():
        write_changed(hold(Insurance, insurance_id, seen=seen, gone="insurance_not_found"), **columns)


def create_appointment(patient_id, provider_id, *, date, time, duration_minutes, reason):
    """Book a time; return the appointment's id."""
    with transaction.atomic():
        rows = db.call(
            "CreateAppointment",
            patient_id=patient_id,
            provider_id=provider_id,
            date=date,
            time=time,
            status=Appointment.Status.SCHEDULED,
        )
        booked = Appointment.objects.get(pk=rows[0]["appointment_id"])
        booked.duration_minutes, booked.reason = duration_minutes, reason
        booked.save(update_fields=["duration_minutes", "reason"])
        return booked.pk


def move_appointment(appointment, *, provider_id, date, time, duration_minutes):
    """Give an appointment another provider, day, time or length, all in one change."""
    with transaction.atomic():
        Appointment.objects.filter(pk=appointment.pk).update(
            provider_id=provider_id, date=date, time=time, duration_minutes=duration_minutes
        )


def cancel_appointment(appointment, *, cancel_reason):
    with transaction.atomic():
        Appointment.objects.filter(pk=appointment.pk).update(
            status=Appointment.Status.CANCELLED, cancel_reason=cancel_reason
        )


def complete_appointment(appointment):
    """The patient has been seen and leaves."""
    with transaction.atomic():
        Appointment.objects.filter(pk=appointment.pk).update(status=Appointment.Status.COMPLETED)
        visit = Visit.objects.filter(appointment=appointment, left_at=None).first()
        if visit:
            visit.left_at = timezone.now()
            visit.save(update_fields=["left_at"])


def check_in(appointment):
    """The patient is here: a visit begins, tied to its appointment. Return the visit's id."""
    now = timezone.localtime()
    with transaction.atomic():
        rows = db.call(
            "CreateVisit",
            patient_id=appointment.patient_id,
            provider_id=appointment.provider_id,
            date=now.date(),
            time=now.time().replace(second=0, microsecond=0),
            facility=None,
        )
        visit_id = rows[0]["visit_id"]
        Visit.objects.filter(pk=visit_id).update(
            appointment_id=appointment.pk, reason=appointment.reason, arrived_at=timezone.now()
        )
        return visit_id


def mrn_fits(number):
    """Whether the check digit of a medical record number fits its other digits."""
    return db.call_function("MrnCheckDigit", number) == "0"
