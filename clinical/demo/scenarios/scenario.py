"""The shape of a clinical story: what is found, what it is called, what is ordered and what is said."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Medicine:
    """Taken for so many days, or until further notice when `days` is None."""

    name: str
    dosage: str
    instructions: str
    days: int | None = None


@dataclass(frozen=True)
class Scenario:
    """Texts may hold measures in braces, as {bp}; medicines of one name are the steps of one treatment."""

    signs: tuple
    diagnosis: str
    medicines: tuple = ()
    tests: tuple = ()  # pairs: type, results
    notes: tuple = field(default=("Advice given. To return if not better.",))
