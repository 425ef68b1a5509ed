"""Whether what was signed still stands as it was signed."""

import hashlib
from dataclasses import dataclass

from clinical.models import Addendum, Note, NoteSection, NoteSignature

# As NoteContent() writes them, and what FillClinicalRecord() makes of them.
SECTIONS = ("intake", "subjective", "objective", "assessment", "plan")
RECORD = {
    "signs_and_symptoms": ("\n\n", ("intake", "subjective", "objective")),
    "discharge_diagnosis": ("\n", ("diagnoses", "assessment")),
    "prescriptions": ("", ("prescriptions",)),
    "tests_and_procedures": ("", ("tests",)),
    "notes": ("", ("plan",)),
}
AT_A_TIME = 500


@dataclass(frozen=True)
class Fault:
    note_id: int
    what: str

    def __str__(self):
        return f"note {self.note_id}: {self.what}"


def parts_of_content(content):
    """(visit id, {name: words}) of what was signed, each part behind a line with its name and its length."""
    head, _, rest = content.partition("\n")
    parts = {}
    while rest:
        line, _, rest = rest.partition("\n")
        name, length = line.split(" ")
        parts[name], rest = rest[: int(length)], rest[int(length) + 1 :]
    return int(head.removeprefix("visit ")), parts


def digest(*words):
    return hashlib.sha256("\n".join(map(str, words)).encode()).hexdigest()


def when(moment):
    """As the server writes it into the hashed text: UTC, to the microsecond."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def faults():
    """What no longer is as it was signed: each signature, what stands under it, and each addendum; a few at a time."""
    signatures = NoteSignature.objects.select_related("note__visit__clinical_record").order_by("id")
    for signature in signatures.iterator(chunk_size=AT_A_TIME):
        yield from (Fault(signature.note_id, what) for what in faults_of(signature))
    for addendum in Addendum.objects.order_by("id").iterator(chunk_size=AT_A_TIME):
        signed = ("addendum", when(addendum.written_at), addendum.written_by_id, addendum.written_by_name)
        if digest(*signed, addendum.body) != addendum.sha256:
            yield Fault(addendum.note_id, f"addendum {addendum.pk} is not as it was written")


def faults_of(signature):
    """In words: what differs from what this signature signed."""
    signed = (signature.kind, when(signature.signed_at), signature.signed_by_id, signature.signed_by_name)
    if digest(*signed, int(signature.needs_cosignature), signature.content) != signature.sha256:
        yield f"the {signature.kind}'s signature does not match its own hash"
        return
    visit_id, parts = parts_of_content(signature.content)
    if visit_id != signature.note.visit_id:
        yield "the note stands under another visit than the one that was signed"
    if signature.kind == NoteSignature.Kind.COSIGNER:
        return
    now = dict(NoteSection.objects.filter(note_id=signature.note_id).values_list("section", "body"))
    for section in SECTIONS:
        if now.get(section, "").strip(" ") != parts[section]:
            yield f"{section} is not as it was signed"
    yield from faults_of_record(signature.note, parts)


def faults_of_record(note, parts):
    record = getattr(note.visit, "clinical_record", None)
    if record is None:
        yield "the clinical record that it filled is gone"
        return
    for column, (between, names) in RECORD.items():
        if (getattr(record, column) or "") != between.join(parts[name] for name in names if parts[name]):
            yield f"{column} of the clinical record is not as it was signed"


def signed_notes():
    return Note.objects.filter(signatures__kind=NoteSignature.Kind.AUTHOR).count()
