"""Two records side by side: what they say alike, and what differently."""

from dataclasses import dataclass

from reception.ways import digits_of

FACTS = (
    ("Name", "full_name"), ("Born", "date_of_birth"), ("Died", "deceased_on"), ("Sex", "get_sex_display"),
    ("Phone", "phone_number"), ("E-mail", "email"), ("Address", "address_lines"),
    ("Emergency contact", "emergency_lines"), ("Language", "language_name"),
    ("Registered", "registered_at"), ("Last visit", "last_seen_on"),
)  # fmt: skip
# What any two records differ in says nothing of the person.
OF_THE_RECORD = {"registered_at", "last_seen_on"}


@dataclass(frozen=True)
class Fact:
    label: str
    name: str
    one: object
    other: object

    @property
    def equal(self):
        return bool(self.one) and plain(self.one) == plain(self.other)

    @property
    def differs(self):
        """Both records say something, and not the same."""
        return bool(self.one and self.other) and not self.equal and self.name not in OF_THE_RECORD


def plain(value):
    """A phone is the same however it is written, and a name in capitals or not."""
    return (digits_of(value) or value.casefold()) if isinstance(value, str) else value


def compared(one, other):
    return [Fact(label, name, said(one, name), said(other, name)) for label, name in FACTS]


def said(patient, name):
    """What a record says of a fact; what stands for "not recorded" says nothing."""
    if name == "get_sex_display" and patient.sex == patient.Sex.UNKNOWN:
        return None
    value = getattr(patient, name)
    value = value() if callable(value) else value
    return ", ".join(value) if isinstance(value, list) else value


def of_two_people(facts):
    """Whether the birth date and the sex differ both: then it is hardly one person."""
    return {"date_of_birth", "get_sex_display"} <= {fact.name for fact in facts if fact.differs}
