"""The chart's write path: the database's procedures, and what is saved in one transaction with them.

Each raises ProcedureRefused (or a DatabaseError of a rule) with a code that messages.py explains; each update raises
EditConflict when the row is no longer as it was `seen`.
"""

from django.db import transaction

from clinical.models import ClinicalRecord, Prescription, Test
from emr_site import db
from emr_site.versions import hold, write_changed
from reception.models import Visit
from reception.procedures import begin_visit


def start_visit(visit_id):
    """The waiting patient is with the clinician from now on; whoever is not waiting stays as they are."""
    with transaction.atomic():
        begin_visit(Visit.objects.get(pk=visit_id))


def create_clinical_record(visit_id, *, room, tests_and_procedures, **texts):
    """Write the record of a visit, which starts when nobody has said so; return the record's id.

    texts: symptoms, diagnosis, prescriptions, notes.
    """
    with transaction.atomic():
        record_id = db.call("CreateClinicalRecord", visit_id=visit_id, **texts)[0]["record_id"]
        blank = ClinicalRecord(pk=record_id)
        write_changed(blank, room_id=room and room.pk, tests_and_procedures=tests_and_procedures)
        start_visit(visit_id)
        return record_id


def update_clinical_record(record_id, *, seen, room, tests_and_procedures, **texts):
    """Change the record of a visit that nobody has signed. texts: as for create_clinical_record."""
    with transaction.atomic():
        record = hold(ClinicalRecord, record_id, seen=seen, gone="record_not_found")
        db.call("UpdateClinicalRecord", record_id=record_id, **texts)
        write_changed(record, room_id=room and room.pk, tests_and_procedures=tests_and_procedures)


def delete_clinical_record(record_id):
    """Remove a record that was written by mistake; the visit stays."""
    with transaction.atomic():
        db.call("DeleteClinicalRecord", record_id=record_id)


def create_prescription(patient_id, *, visit, provider, prescribed_on, **order):
    """Order a medicine; return the prescription's id. order: medication, dosage, instructions."""
    with transaction.atomic():
        prescription_id = db.call("CreatePrescription", patient_id=patient_id, **order)[0]["prescription_id"]
        Prescription.objects.filter(pk=prescription_id).update(
            visit=visit, provider=provider, prescribed_on=prescribed_on
        )
        return prescription_id


def update_prescription(prescription_id, *, patient_id, seen, prescribed_on, **order):
    """Correct what was ordered, of the same patient. order: as for create_prescription."""
    with transaction.atomic():
        prescription = hold(Prescription, prescription_id, seen=seen, gone="prescription_not_found")
        db.call("UpdatePrescription", prescription_id=prescription_id, patient_id=patient_id, **order)
        write_changed(prescription, prescribed_on=prescribed_on)


def end_prescription(prescription_id, *, ended_on):
    """The patient takes it no longer; it stays in the list of what was taken."""
    with transaction.atomic():
        if not Prescription.objects.filter(pk=prescription_id).update(ended_on=ended_on):
            raise db.ProcedureRefused("prescription_not_found")


def delete_prescription(prescription_id):
    """Remove an order that was written by mistake."""
    with transaction.atomic():
        db.call("DeletePrescription", prescription_id=prescription_id)


def create_test(visit_id, **test):
    """Order a test at a visit, or enter one that was done; return its id. test: type, results, date."""
    with transaction.atomic():
        return db.call("CreateTest", visit_id=visit_id, **test)[0]["test_id"]


def update_test(test_id, *, visit_id, seen, **test):
    """Correct a test, or enter its results. test: as for create_test."""
    with transaction.atomic():
        hold(Test, test_id, seen=seen, gone="test_not_found")
        db.call("UpdateTest", test_id=test_id, visit_id=visit_id, **test)


def delete_test(test_id):
    """Remove a test that was ordered by mistake."""
    with transaction.atomic():
        db.call("DeleteTest", test_id=test_id)


def view_note_content(note_id):
    """What a signature would sign now: its `content`, and the `sha256` of that."""
    return db.call("ViewNoteContent", note_id=note_id)[0]


def sign_note(note_id, *, visit_id, versions, content):
    """Sign for good what was on the screen, by its `versions` and the SHA-256 of its `content`.

    It fills the visit's clinical record, and starts the visit when nobody has said so.
    """
    with transaction.atomic():
        signature_id = db.call("SignNote", note_id=note_id, versions=versions, content=content)[0]["note_signature_id"]
        start_visit(visit_id)
        return signature_id


def cosign_note(note_id):
    """Put the second signature under a note that waits for one; return its id."""
    with transaction.atomic():
        return db.call("CosignNote", note_id=note_id)[0]["note_signature_id"]


def add_addendum(note_id, *, body):
    """Add words to a signed note, which stays as it was signed; return their id."""
    with transaction.atomic():
        return db.call("AddAddendum", note_id=note_id, body=body)[0]["addendum_id"]
