"""Notes that are signed, through the procedures by which everybody signs: one with an addendum, from which a text is
carried forward into a note of today, and one by a doctor in training that waits for a second signature."""

from clinical import procedures
from clinical.models import CarriedText, Note, NoteSection
from clinical.signed_content import read_content
from emr_site.actor import Actor, acting_as
from emr_site.demo.practice import clock
from reception.models import Patient, Provider

DOCTOR, TRAINEE, NURSE = "doctor1", "trainee1", "nurse1"
MINUTE = 9 * 60 + 20
OF_LATER = {
    "subjective": "Low back pain for two weeks after lifting boxes. No leg pain, no numbness.",
    "objective": "Bending forward is limited by pain. Straight leg raise negative on both sides.",
    "assessment": "Mechanical low back pain, no red flags.",
    "plan": "Keep moving. Physiotherapy twice a week for six weeks. Come back if the legs get weak or numb.",
}
OF_TRAINEE = {
    "subjective": "Cough and a runny nose for five days, no fever, drinks well.",
    "objective": "Throat red, chest clear, no enlarged nodes.",
    "assessment": "Viral upper airway infection.",
    "plan": "Rest and fluids. Come back with fever or shortness of breath.",
}
ADDENDUM = "Rang today: physiotherapy begins next week."


def sign(practice):
    """Written once the charts are there: a signature is the database's own to write."""
    provider = Provider.objects.get(user__username=DOCTOR)
    waiting = Note.objects.filter(visit__provider=provider).select_related("visit").order_by("visit_id").first()
    grown = Patient.objects.filter(
        visits__provider=provider, deceased_on=None, deactivated_at=None, date_of_birth__lt=practice.day(-400)
    )
    first = Patient.objects.get(pk=waiting.visit.patient_id) if waiting else grown.order_by("id").first()
    other = grown.exclude(pk=first.pk).order_by("id").first()
    earlier = visit_of(practice, first, provider, practice.day(-21), "Back pain", OF_LATER)
    training = visit_of(practice, other, provider, practice.day(-1), "Cough", OF_TRAINEE)
    practice.writer.add(
        "Prescription", patient_id=first.pk, visit_id=earlier, provider_id=provider.pk, medication="ibuprofen",
        dosage="400 mg", instructions="One tablet up to three times a day with food",
        prescribed_on=practice.day(-21).isoformat(), ended_on=practice.day(-14).isoformat(),
        recorded_at=practice.moment(practice.day(-21), MINUTE + 10),
    )  # fmt: skip
    practice.writer.flush()
    put_signature(practice, earlier, DOCTOR)
    put_signature(practice, training, TRAINEE)
    with acting(practice, NURSE):
        procedures.add_addendum(Note.objects.get(visit=earlier).pk, body=ADDENDUM)
    if waiting:
        carry(practice, Note.objects.get(visit=earlier), waiting)


def visit_of(practice, patient, provider, day, reason, sections):
    """A visit that nobody had booked, with its note; returns the visit's id."""
    visit_id, note_id = practice.new_id("Visit"), practice.new_id("Note")
    arrived, started, left = (practice.moment(day, MINUTE + minutes) for minutes in (-10, 0, 20))
    practice.writer.add(
        "Visit", visit_id=visit_id, patient_id=patient.pk, provider_id=provider.pk, date=day.isoformat(),
        time=clock(MINUTE), reason=reason, facility="Main building", arrived_at=arrived, started_at=started,
        left_at=left,
    )  # fmt: skip
    practice.writer.add("Note", note_id=note_id, visit_id=visit_id, started_at=started)
    for section, body in sections.items():
        practice.writer.add(
            "NoteSection", note_section_id=practice.new_id("NoteSection"), note_id=note_id, section=section, body=body,
            saved_at=started,
        )  # fmt: skip
    return visit_id


def acting(practice, username):
    return acting_as(Actor(practice.shelf["users"][username], username))


def put_signature(practice, visit_id, username):
    note = Note.objects.get(visit=visit_id)
    told = procedures.view_note_content(note.pk)
    seen = {"versions": read_content(told["content"]).versions, "content": told["sha256"]}
    with acting(practice, username):
        procedures.sign_note(note.pk, visit_id=visit_id, **seen)


def carry(practice, source, note):
    """The plan of the earlier note, for the doctor to read before the note of today is signed."""
    body = OF_LATER["plan"]
    with acting(practice, DOCTOR):
        CarriedText.objects.create(
            note=note, section="plan", source_note=source, body=body, carried_by_id=practice.shelf["users"][DOCTOR]
        )
    NoteSection.objects.create(
        pk=practice.new_id("NoteSection"), note=note, section="plan", body=body, saved_at=note.started_at
    )
