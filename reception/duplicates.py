"""Who may be registered twice: found while a patient is registered, noted, and decided on later.

Two records are likely of one person with the same date of birth and names that sound alike, in any order; with the
same phone; or with the same member number of an insurance.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from emr_site.rows import rows
from reception.models import Patient, PossibleDuplicate
from reception.near_names import words_of
from reception.resemblance import PERHAPS_TWIN, parts, resemblance
from reception.ways import WHOLE_PHONE, digits_of

SHOWN = 5
# Of one birth date, or of one number that stands for nobody, so many are compared at most, the likeliest first.
COMPARED = 300
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
    further_names: str = ""


@dataclass
class Likely:
    """A registered patient, and why it may be the same person."""

    patient: Patient
    reasons: list = field(default_factory=list)

    @property
    def reason(self):
        return " · ".join(dict.fromkeys(self.reasons))

    @property
    def weight(self):
        """The smaller the likelier: what twins have in common too comes after everything else."""
        return self.reasons == [PERHAPS_TWIN], -len(set(self.reasons))


def likely(told, *, but=None):
    """The registered patients whom these facts may be about, those with most in common first; five queries at most."""
    found = {}
    for patient, reason in [*by_birth(told), *by_phone(told), *by_member(told)]:
        if patient.pk != but:
            found.setdefault(patient.pk, Likely(patient)).reasons.append(reason)
    return sorted(found.values(), key=lambda each: (*each.weight, -in_common(told, each.patient), each.patient.pk))[
        :SHOWN
    ]


def in_common(told, patient):
    """How much more than one number two records share, of which a whole family may have the same."""
    shared = set(parts((told.family_name, told.given_name))) & set(parts(names_of(patient)))
    return len(shared) + 2 * (told.date_of_birth is not None and told.date_of_birth == patient.date_of_birth)


def records():
    return Patient.objects.filter(merged_into=None)


def by_birth(told):
    if not told.date_of_birth or not told.family_name:
        return
    names = (told.family_name, told.given_name, told.further_names)
    of_the_day = records().in_bulk(born_on(told.date_of_birth, words_of(" ".join(names)))).values()
    for patient in of_the_day:
        reason = resemblance(names, names_of(patient))
        if reason:
            yield patient, reason


def born_on(date, words):
    """The ids of those born on a day; first who bears most of the words, then who bears most that sound like them."""
    if not words:
        return []
    marks, sounds = ", ".join(["%s"] * len(words)), ", ".join(["SUBSTRING(SOUNDEX(%s), 2, 3)"] * len(words))
    borne = "(SELECT COUNT(*) FROM NameWord WHERE bearer_id = patient_id AND {})"
    found = rows(
        "SELECT patient_id FROM Patient WHERE date_of_birth = %s AND merged_into_id IS NULL"
        f" ORDER BY {borne.format(f'word IN ({marks})')} DESC, {borne.format(f'sound IN ({sounds})')} DESC, patient_id"
        f" LIMIT {COMPARED}",
        [date, *words, *words],
    )
    return [row["patient_id"] for row in found]


def names_of(patient):
    return patient.family_name, patient.given_name, f"{patient.middle_name} {patient.preferred_name or ''}"


def by_phone(told):
    ends = {ending(number) for number in told.phones} - {None}
    if ends:
        main, further = (has_ending(column, ends) for column in ("phone_reversed", "phones__digits_reversed"))
        for condition in (main, further):
            for patient in records().filter(condition).distinct()[:COMPARED]:
                yield patient, SAME_PHONE


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
        same = records().filter(insurances__member_key__in=told.member_keys).distinct()[:COMPARED]
        yield from ((patient, SAME_MEMBER) for patient in same)


def told_of(patient):
    """What a record itself tells."""
    phones = (patient.phone_number, *patient.phones.values_list("number", flat=True))
    keys = patient.insurances.exclude(member_key=None).values_list("member_key", flat=True)
    family, given, further = names_of(patient)
    return Told(family, given, patient.date_of_birth, phones, tuple(keys), further)


def note_likely_of(patient_id, *, registered_by=None):
    """Put a record, new or corrected, on the worklist beside each that may be of the same person."""
    patient = Patient.objects.get(pk=patient_id)
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
