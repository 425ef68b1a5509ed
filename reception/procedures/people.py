"""Who patients are: registered, corrected, with phones, contacts and a picture, merged and parted."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from emr_site import db
from emr_site.templatetags.emr import MONTHS
from emr_site.versions import hold, write_changed
from reception.duplicates import note_likely_of
from reception.models import Insurance, Patient, PatientContact, PatientPhone, PatientPhoto


def register_patient(*, phones=(), contacts=(), insurances=(), registered_by=None, **columns):
    """Register a patient, who gets the next medical record number, with what belongs to the person; return the id.

    Who looks like somebody registered before goes on the worklist of likely duplicates, with who registered them.
    """
    with transaction.atomic():
        patient_id = Patient.objects.create(**columns).pk
        for each in phones:
            write_phone(patient_id, **each)
        for each in contacts:
            add_contact(patient_id, **each)
        for each in insurances:
            Insurance.objects.create(patient_id=patient_id, **each)
        note_likely_of(patient_id, registered_by=registered_by)
        return patient_id


def update_patient(patient_id, *, seen, **columns):
    """Correct a patient's details, and look for whom they resemble now."""
    with transaction.atomic():
        write_changed(hold(Patient, patient_id, seen=seen, gone="patient_not_found"), **columns)
        note_likely_of(patient_id)


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
        given_name=f"Patient {on.day:02}-{MONTHS[on.month - 1]} {on:%H:%M:%S}",
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
    """Keep no picture of the patient any more."""
    PatientPhoto.objects.filter(patient_id=patient_id).delete()


def add_phone(patient_id, **columns):
    """Add a further phone, and note who else has it; one that reminders go to takes them from the other."""
    with transaction.atomic():
        phone_id = write_phone(patient_id, **columns)
        note_likely_of(patient_id)
        return phone_id


def write_phone(patient_id, *, for_reminders, **columns):
    if for_reminders:
        take_reminders_from(patient_id)
    return PatientPhone.objects.create(patient_id=patient_id, for_reminders=for_reminders, **columns).pk


def update_phone(phone_id, *, seen, for_reminders, **columns):
    """Correct a further phone; reminders go to one alone."""
    with transaction.atomic():
        row = hold(PatientPhone, phone_id, seen=seen, gone="patient_phone_not_found")
        if for_reminders and not row.for_reminders:
            take_reminders_from(row.patient_id)
        write_changed(row, for_reminders=for_reminders, **columns)
        note_likely_of(row.patient_id)


def take_reminders_from(patient_id):
    PatientPhone.objects.filter(patient_id=patient_id, for_reminders=True).update(for_reminders=False)


def remove_phone(phone_id):
    """Take a further phone away; the first stays with the patient."""
    PatientPhone.objects.filter(pk=phone_id).delete()


def add_contact(patient_id, **columns):
    """Add a contact, who is called after those that are there."""
    with transaction.atomic():
        last = PatientContact.objects.filter(patient_id=patient_id).aggregate(last=Max("position"))["last"]
        return PatientContact.objects.create(patient_id=patient_id, position=(last or 0) + 1, **columns).pk


def update_contact(contact_id, *, seen, **columns):
    """Correct a contact, who keeps the place in the order of calling."""
    with transaction.atomic():
        write_changed(hold(PatientContact, contact_id, seen=seen, gone="patient_contact_not_found"), **columns)


def remove_contact(contact_id):
    """Take a contact away; the others keep their order."""
    PatientContact.objects.filter(pk=contact_id).delete()
