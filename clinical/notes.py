"""The note of a visit as it is written: read, saved part by part, begun from a template, carried forward."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from clinical.models import CarriedText, Note, NoteSection, Section
from emr_site.templatetags.emr import clinical_date
from reception.models import Visit


@dataclass
class Part:
    """One section of a note: what stands there, and, after a refused saving, what somebody else has written."""

    section: str
    label: str
    body: str = ""
    version: int = 0
    saved_at: object = None
    saved_by: str = ""
    carried: list = field(default_factory=list)
    theirs: str | None = None
    can_carry: bool = False


def note_of(visit):
    """The note with its signatures and addenda, or None before the first word is saved."""
    notes = Note.objects.filter(visit=visit).prefetch_related("signatures", "addenda")
    return notes.first()


def parts_of(note):
    """Each section in the order in which a note is read; what nobody has written yet is empty, its version 0."""
    parts = {name: Part(name, label) for name, label in Section.choices}
    if note is None:
        return list(parts.values())
    for row in note.sections.select_related("saved_by"):
        part = parts[row.section]
        part.body, part.version, part.saved_at = row.body, row.version, row.saved_at
        part.saved_by = row.saved_by.get_full_name() if row.saved_by else ""
    for carried in note.carried.select_related("source_note__visit__provider", "read_by"):
        parts[carried.section].carried.append(carried)
    return list(parts.values())


def versions_of(parts):
    """What was on the screen, as the procedure SignNote compares it."""
    return ",".join(f"{part.section}:{part.version}" for part in sorted(parts, key=sort_name) if part.version)


def sort_name(part):
    return part.section


def begin(visit, user):
    """The visit's note, locked until the transaction ends; two who begin it at once get the same."""
    # Whoever else begins it waits here: two inserts of one key would lock each other out.
    Visit.objects.select_for_update().get(pk=visit.pk)
    note, _ = Note.objects.select_for_update().get_or_create(visit=visit, defaults={"started_by_id": user.pk})
    return note


def save(visit, user, typed):
    """Write what was typed; return {section: row} of what somebody else has saved meanwhile, which stays as it is.

    typed: {section: (text, version that the writer has seen)}. Nothing is written where the text is the same.
    """
    if not any(text or seen for text, seen in typed.values()):
        return {}
    with transaction.atomic():
        note = begin(visit, user)
        rows = {row.section: row for row in note.sections.select_related("saved_by")}
        conflicts = {}
        for section, (text, seen) in typed.items():
            row = rows.get(section)
            if row is not None and row.body != text and row.version != seen:
                conflicts[section] = row
            else:
                write(note, section, row, text, user)
        return conflicts


def write(note, section, row, text, user):
    if row is None and text:
        NoteSection.objects.create(note=note, section=section, body=text, saved_by=user)
    elif row is not None and row.body != text:
        changed = {"body": text, "version": row.version + 1, "saved_at": timezone.now(), "saved_by_id": user.pk}
        NoteSection.objects.filter(pk=row.pk).update(**changed)


def use_template(visit, user, template):
    """Begin each section that is empty as the template says."""
    with transaction.atomic():
        note = begin(visit, user)
        rows = {row.section: row for row in note.sections.all()}
        for section in ("subjective", "objective", "assessment", "plan"):
            row, text = rows.get(section), getattr(template, section)
            if text and not (row and row.body.strip()):
                write(note, section, row, text, user)


def earlier_sections(visit):
    """What earlier signed notes of the patient say."""
    earlier = NoteSection.objects.filter(note__visit__patient_id=visit.patient_id, note__visit__date__lte=visit.date)
    return earlier.filter(note__signatures__kind="author").exclude(note__visit=visit).exclude(body="")


def carriable_to(visit):
    """The sections in which an earlier signed note says something; one query."""
    return set(earlier_sections(visit).order_by().values_list("section", flat=True).distinct())


def source_for(visit, section):
    """The newest earlier signed note of the patient that says something in this section; None: there is none."""
    earlier = earlier_sections(visit).filter(section=section).select_related("note__visit__provider")
    return earlier.order_by("-note__visit__date", "-note__visit__time", "-note_id").first()


def carry_forward(visit, user, section):
    """Put the section of the last signed note under what stands here, marked with its source; False: there is none."""
    source = source_for(visit, section)
    if source is None:
        return False
    with transaction.atomic():
        note = begin(visit, user)
        carried = {"section": section, "source_note": source.note, "body": source.body, "carried_by_id": user.pk}
        CarriedText.objects.create(note=note, **carried)
        row = note.sections.filter(section=section).first()
        above = f"{row.body.rstrip()}\n\n" if row and row.body.strip() else ""
        write(note, section, row, f"{above}{heading_of(source)}\n{source.body}", user)
    return True


def heading_of(source):
    visit = source.note.visit
    return f"Carried forward from {clinical_date(visit.date)}, {visit.provider}:"


def mark_read(note, user, carried_id):
    """Say that this person has read a carried text; a second time changes nothing."""
    unread = note.carried.filter(pk=carried_id).exclude(read_by=user)
    unread.update(read_at=timezone.now(), read_by_id=user.pk)
