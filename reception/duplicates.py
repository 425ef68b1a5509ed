"""Who may be registered twice: found while a patient is registered, noted, and decided on later.

Two records are likely of one person with the same date of birth and names that sound alike, in either order; with the
same phone; or with the same member number of an insurance.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from reception.models import Patient, PossibleDuplicate
from reception.near_names import alike
from reception.ways import WHOLE_PHONE, digits_of

SHOWN = 5
# Of one birth date, or of one number that stands for nobody, so many are compared at most.
COMPARED = 300
# The same day of birth says much already: the names may differ more than in a search.
NAMES_ALIKE = 0.72
FEWEST_DIGITS = 6
SAME_PHONE, SAME_MEMBER = "Same phone", "Same member number"
State = PossibleDuplicate.State


@dataclass(frozen=True)
class Told:
    """What is known of somebody who may have been registered before."""

    family_name: str = ""
    given_name: str = ""
    date_of_birth: date | None = None
    phones: tuple = ()
    member_keys: tuple = ()


@dataclass
class Likely:
    """A registered patient, and why it may be the same person."""

    patient: Patient
    reasons: list = field(default_factory=list)

    @property
    def reason(self):
        return " · ".join(self.reasons)


def likely(told, *, but=None):
    """The registered patients whom these facts may be about, those with most in common first; four queries at most."""
    found = {}
    for patient, reason in [*by_birth(told), *by_phone(told), *by_member(told)]:
        if patient.pk != but:
            found.setdefault(patient.pk, Likely(patient)).reasons.append(reason)
    return sorted(found.values(), key=lambda each: (-len(each.reasons), each.patient.pk))[:SHOWN]


def records():
    return Patient.objects.filter(merged_into=None)


def by_birth(told):
    if not told.date_of_birth or not told.family_name:
        return
    names = (told.family_name, told.given_name)
    for patient in records().filter(date_of_birth=told.date_of_birth)[:COMPARED]:
        reason = resemblance(names, (patient.family_name, patient.given_name))
        if reason:
            yield patient, reason


def resemblance(names, known):
    """In words, how the (family, given) names of two people of one birth date resemble each other; None: not at all."""
    if [name.casefold() for name in names] == [name.casefold() for name in known]:
        return "Same date of birth and name"
    if sound_alike(names, known):
        return "Same date of birth, the name sounds alike"
    return "Same date of birth, names the other way round" if sound_alike(names[::-1], known) else None


def sound_alike(names, known):
    """A name that one of the records lacks tells nothing."""
    pairs = [pair for pair in zip(names, known, strict=True) if all(pair)]
    return bool(pairs) and all(alike(*pair) >= NAMES_ALIKE for pair in pairs)


def by_phone(told):
    ends = {ending(number) for number in told.phones} - {None}
    if ends:
        main, further = (has_ending(column, ends) for column in ("phone_reversed", "phones__digits_reversed"))
        for condition in (main, further):
            yield from ((patient, SAME_PHONE) for patient in records().filter(condition).distinct()[:SHOWN])


def has_ending(column, ends):
    condition = Q()
    for end in sorted(ends):
        condition |= Q(**{f"{column}__istartswith": end})
    return condition


def ending(number):
    """The last digits of a phone, backwards; None of one too short to tell people apart."""
    digits = digits_of(number or "")
    return digits[::-1][:WHOLE_PHONE] if len(digits) >= FEWEST_DIGITS else None


def by_member(told):
    if told.member_keys:
        same = records().filter(insurances__member_key__in=told.member_keys).distinct()[:SHOWN]
        yield from ((patient, SAME_MEMBER) for patient in same)


def told_of(patient):
    """What a record itself tells."""
    phones = (patient.phone_number, *patient.phones.values_list("number", flat=True))
    keys = patient.insurances.exclude(member_key=None).values_list("member_key", flat=True)
    return Told(patient.family_name, patient.given_name, patient.date_of_birth, phones, tuple(keys))


def note_likely(patient, *, registered_by=None):
    """Put a record, new or corrected, on the worklist beside each that may be of the same person."""
    if patient.merged_into_id is None:
        for each in likely(told_of(patient), but=patient.pk):
            note(patient.pk, each.patient.pk, each.reason, registered_by=registered_by)


def note(one, other, reason, *, registered_by=None):
    """Two records are noted once; who has said that they are of two people is not asked again."""
    later, earlier = max(one, other), min(one, other)
    PossibleDuplicate.objects.get_or_create(
        patient_id=later, other_patient_id=earlier, defaults={"reason": reason, "registered_by": registered_by}
    )


def decide(pair, state, *, by, note):
    """Take a pair off the worklist; one that is decided already stays as it is. Return whether it was open."""
    open_pair = PossibleDuplicate.objects.open().filter(pk=pair.pk)
    return bool(open_pair.update(state=state, decided_at=timezone.now(), decided_by=by, note=note or None))
