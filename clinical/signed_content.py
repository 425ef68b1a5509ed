"""What a signature signs, as NoteContent() writes it: a line with the visit, then part after part."""

from dataclasses import dataclass

from clinical.models import Section

# What a reader is shown of it, in this order; who the patient is stands above.
LABELS = dict(Section.choices) | {
    "diagnoses": "Diagnoses",
    "prescriptions": "Prescribed",
    "tests": "Tests",
}

CONCLUDED = ("assessment", "plan")


@dataclass(frozen=True)
class Content:
    visit_id: int
    parts: dict  # {name: words}

    @property
    def shown(self):
        """(label, words) of each part that tells a reader something; that nothing was concluded does so too."""
        return [(label, self.parts[name]) for name, label in LABELS.items() if self.parts[name] or name in CONCLUDED]

    @property
    def patient_id(self):
        return int(self.parts["patient"].partition("\n")[0])

    @property
    def versions(self):
        """Each section with its version, as the procedure SignNote compares them."""
        saved = [line.split(" ")[:2] for line in self.parts["saved"].splitlines()]
        return ",".join(f"{section}:{version}" for section, version in saved)


def read_content(text):
    """Each part stands behind a line with its name and its length in characters."""
    head, _, rest = text.partition("\n")
    parts = {}
    while rest:
        line, _, rest = rest.partition("\n")
        name, length = line.split(" ")
        parts[name], rest = rest[: int(length)], rest[int(length) + 1 :]
    return Content(int(head.removeprefix("visit ")), parts)
