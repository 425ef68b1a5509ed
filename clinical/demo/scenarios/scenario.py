"""The shape of a clinical story: what is found, what it is called, what is ordered and what is said."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Medicine:
    """Taken for so many days, or until further notice when `days` is None."""

    name: str
    dosage: str
    instructions: str
    days: int | None = None


@dataclass(frozen=True)
class Scenario:
    """Texts may hold measures in braces, as {bp}; medicines of one name are the steps of one treatment.

    The first of the signs is how it begins; `first_tests` are ordered when it begins, `tests` every time.
    """

    signs: tuple
    diagnosis: str
    medicines: tuple = ()
    tests: tuple = ()  # pairs: type, results
    notes: tuple = ("Advice given. To return if not better.",)
    first_tests: tuple = ()
