"""Whether what was signed still stands as it was signed."""

import hashlib
from dataclasses import dataclass

from audit.models import AuditLog
from clinical import procedures
from clinical.models import Addendum, ClinicalRecord, Note, NoteSignature
from clinical.signed_content import read_content
from reception.models import PatientMerge, Visit

# What FillClinicalRecord() makes of the parts.
RECORD = {
    "signs_and_symptoms": ("\n\n", ("intake", "subjective", "objective")),
    "discharge_diagnosis": ("\n", ("diagnoses", "assessment")),
    "prescriptions": ("", ("prescriptions",)),
    "tests_and_procedures": ("", ("tests",)),
    "notes": ("", ("plan",)),
}
# As then known: names change, records are merged, results come.
AS_THEN_KNOWN = {"patient", "provider", "tests"}
AT_A_TIME = 500


@dataclass(frozen=True)
class Fault:
    note_id: int
    what: str

    def __str__(self):
        return f"note {self.note_id}: {self.what}"


def digest(*words):
    return hashlib.sha256("\n".join(map(str, words)).encode()).hexdigest()


def when(moment):
    """As the server writes it into the hashed text: UTC, to the microsecond."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def faults():
    """What no longer is as it was signed: what is gone, each signature with what stands under it, each addendum."""
    for model in (NoteSignature, Addendum):
        yield from gone(model)
    for signature in NoteSignature.objects.order_by("id").iterator(chunk_size=AT_A_TIME):
        yield from (Fault(signature.note_id, what) for what in faults_of(signature))
    for addendum in Addendum.objects.order_by("id").iterator(chunk_size=AT_A_TIME):
        yield from (Fault(addendum.note_id, what) for what in faults_of_addendum(addendum))


def gone(model):
    """Rows that the audit saw written and that are no longer there."""
    written = AuditLog.objects.filter(table_name=model._meta.db_table, action="C").order_by("id")
    for start in chunks(written.values_list("record_id", "new_value__note_id")):
        there = set(model.objects.filter(pk__in=[row_id for row_id, _ in start]).values_list("pk", flat=True))
        for row_id, note_id in start:
            if row_id not in there:
                yield Fault(note_id, f"{model._meta.verbose_name} {row_id} was written and is gone")


def chunks(rows):
    """Lists of a few rows at a time."""
    few = []
    for row in rows.iterator(chunk_size=AT_A_TIME):
        few.append(row)
        if len(few) == AT_A_TIME:
            yield few
            few = []
    yield few


def is_as_audited(row, by_id):
    """Whether the audit saw this row written, with this hash, in the name of the same person."""
    entries = AuditLog.objects.filter(table_name=row._meta.db_table, record_id=row.pk, action="C")
    seen = entries.values_list("new_value__sha256", "user_id").first()
    return seen == (row.sha256, by_id)


def faults_of(signature):
    """In words: what differs from what this signature signed."""
    who = (signature.signed_by_id, signature.signed_by_username, signature.signed_by_name, signature.signed_by_role)
    signed = (signature.kind, signature.note_id, when(signature.signed_at), *who, int(signature.needs_cosignature))
    if digest(*signed, signature.content) != signature.sha256:
        yield f"the {signature.kind}'s signature does not match its own hash"
        return
    if not is_as_audited(signature, signature.signed_by_id):
        yield f"the {signature.kind}'s signature is not the one that the audit saw written"
    if signature.kind == NoteSignature.Kind.COSIGNER:
        yield from faults_of_cosigner(signature)
    else:
        yield from faults_of_visit(signature, read_content(signature.content))


def faults_of_cosigner(signature):
    author = NoteSignature.objects.filter(note_id=signature.note_id, kind=NoteSignature.Kind.AUTHOR).first()
    if author is None:
        yield "it is co-signed, and its author's signature is gone"
    elif author.content != signature.content:
        yield "the co-signature signs other words than the author's"


def faults_of_visit(signature, content):
    note = Note.objects.filter(pk=signature.note_id).first()
    visit = note and Visit.objects.filter(pk=note.visit_id).first()
    if visit is None:
        yield "the note is gone" if note is None else "the visit is gone"
        return
    if content.visit_id != visit.pk:
        yield "the note stands under another visit than the one that was signed"
    if patient_since(signature, content) != visit.patient_id:
        yield "the visit is another patient's than the one whose note was signed"
    now = read_content(procedures.view_note_content(note.pk)["content"])
    for name, words in content.parts.items():
        if name not in AS_THEN_KNOWN and now.parts[name] != words:
            yield f"{name} is not as it was signed"
    yield from faults_of_record(visit, content)


def patient_since(signature, content):
    """Whose the visit is by now: the signed patient's, or that of the records merged, and taken apart, since."""
    moved = PatientMerge.objects.filter(rows__table_name="Visit", rows__record_id=content.visit_id)
    moves = []
    for merge in moved:
        moves.append((merge.merged_at, merge.merged_patient_id, merge.patient_id))
        if merge.undone_at:
            moves.append((merge.undone_at, merge.patient_id, merge.merged_patient_id))
    patient_id = content.patient_id
    for moment, origin, goal in sorted(moves):
        if moment > signature.signed_at and patient_id == origin:
            patient_id = goal
    return patient_id


def faults_of_record(visit, content):
    record = ClinicalRecord.objects.filter(visit=visit).first()
    if record is None:
        yield "the clinical record that it filled is gone"
        return
    for column, (between, names) in RECORD.items():
        words = between.join(content.parts[name] for name in names if content.parts[name])
        if (getattr(record, column) or "") != words:
            yield f"{column} of the clinical record is not as it was signed"


def faults_of_addendum(addendum):
    """Its hash goes over the hash of the note's signature: under another note it does not match."""
    author = NoteSignature.objects.filter(note_id=addendum.note_id, kind=NoteSignature.Kind.AUTHOR)
    signed = author.values_list("sha256", flat=True).first()
    who = (addendum.written_by_id, addendum.written_by_username, addendum.written_by_name, addendum.written_by_role)
    if digest("addendum", signed, when(addendum.written_at), *who, addendum.body) != addendum.sha256:
        yield f"addendum {addendum.pk} is not as it was written, or not where"
    elif not is_as_audited(addendum, addendum.written_by_id):
        yield f"addendum {addendum.pk} is not the one that the audit saw written"


def signed_notes():
    return Note.objects.filter(signatures__kind=NoteSignature.Kind.AUTHOR).count()
