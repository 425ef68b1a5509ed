"""Notes of those who are in the building: begun by the nurse, to be gone on with by the doctor."""

from reception.demo.visits import CHECKOUT, IN_ROOM, WITH_DOCTOR

CAME = ("Came alone.", "Came with a relative.", "Came by bus, walks with a stick.")


def begin(practice, visit, scenario, measures):
    """The intake of whoever has a room; the doctor's first words once they are together."""
    if visit.stage not in (IN_ROOM, WITH_DOCTOR, CHECKOUT):
        return
    note_id = practice.new_id("Note")
    moment = practice.moment_today(min(visit.minute, practice.minute - 1))
    practice.writer.add("Note", note_id=note_id, visit_id=visit.id, started_at=moment)
    dice = practice.dice("note", visit.id)
    sections = {"intake": f"{visit.reason.words}. {dice.choice(CAME)}"}
    if visit.stage != IN_ROOM:
        sections["subjective"] = scenario.signs[0].format_map(measures)
    for section, body in sections.items():
        practice.writer.add(
            "NoteSection", note_section_id=practice.new_id("NoteSection"), note_id=note_id, section=section, body=body,
            saved_at=moment,
        )  # fmt: skip
