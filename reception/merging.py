"""Two records of one person become one, and two again when that was wrong.

What happened to the patient moves, row by row, to the record that is kept (sql/reception/procedures/MergePatients.sql).
What is said of the person stays as the kept record says it, and is taken from the other where it says nothing; what the
other says differently stays to be read in it.
"""

from contextlib import contextmanager

from django.db import connection, transaction

from reception.comparing import compared
from reception.models import Patient, PatientMerge
from reception.procedures import call_merge, call_undo_merge, refuse

ADDRESS = ("address", "city", "region", "postal_code", "country_code")
SINGLE = (
    "given_name", "middle_name", "suffix", "preferred_name", "date_of_birth", "sex", "gender", "pronouns", "language",
    "interpreter_needed", "email", "deceased_on",
)  # fmt: skip
# Parts of one fact: taken together, or not at all.
TOGETHER = (("phone_number", "phone_kind"), ("emergency_contact", "emergency_phone"), ADDRESS)


@contextmanager
def foreign_keys_on():
    """The procedure switches them off while it moves rows; they are on again even after one that was killed."""
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET FOREIGN_KEY_CHECKS = 1")


def merge_patients(kept_id, merged_id, *, reason):
    """Merge a record into the one that is kept; return the merge's id. Refuses what cannot be told apart again."""
    with foreign_keys_on(), transaction.atomic():
        people = Patient.objects.select_for_update().in_bulk([kept_id, merged_id])
        if len(people) < 2:
            refuse("patient_merge_needs_two")
        kept, merged = people[kept_id], people[merged_id]
        if kept.merged_into_id or merged.merged_into_id:
            refuse("patient_merge_already")
        if kept.user_id and merged.user_id:
            refuse("patient_merge_two_sign_ins")
        filled = lacking(kept, merged)
        # Before the merge: what is changed after it is a new fact, and would stand in the way of undoing it.
        fill(kept, merged, filled)
        return call_merge(kept_id, merged_id, reason=reason, filled=",".join(filled))


def one_to_keep(one, other):
    """The two records, first the one to keep: one of a person who is known, before one that nobody has identified."""
    return (other, one) if one.unknown_since and not other.unknown_since else (one, other)


def lacking(kept, merged):
    """The columns that the kept record takes from the other."""
    found = [name for name in SINGLE if is_empty(kept, name) and not is_empty(merged, name)]
    for names in TOGETHER:
        if all(is_empty(kept, name) for name in names):
            found += [name for name in names if not is_empty(merged, name)]
    return [*found, "user_id"] if merged.user_id else found


def is_empty(patient, name):
    return getattr(patient, name) in ("", None, empty(name))


def empty(name):
    """What a column says when it says nothing."""
    return Patient._meta.get_field(name).get_default()


def fill(kept, merged, names):
    values = {name: getattr(merged, name) for name in names}
    if merged.user_id:
        Patient.objects.filter(pk=merged.pk).update(user=None)  # a sign-in has one record
    if values:
        Patient.objects.filter(pk=kept.pk).update(**values)


def undo_merge(merge):
    """Make two records of one again; raises ProcedureRefused when a new fact would be lost by it."""
    with foreign_keys_on(), transaction.atomic():
        call_undo_merge(merge.pk)
        kept = Patient.objects.select_for_update().get(pk=merge.patient_id)
        merged = Patient.objects.get(pk=merge.merged_patient_id)
        names = [name for name in merge.filled.split(",") if name]
        if "user_id" in names:
            names.remove("user_id")
            user_id = kept.user_id
            Patient.objects.filter(pk=kept.pk).update(user=None)
            Patient.objects.filter(pk=merged.pk).update(user_id=user_id)
        given_back = {name: empty(name) for name in names if getattr(kept, name) == getattr(merged, name)}
        if given_back:
            Patient.objects.filter(pk=kept.pk).update(**given_back)


def record_of(patient):
    """The record that a patient's number stands for today, however often it was merged."""
    while patient.merged_into_id:
        patient = patient.merged_into
    return patient


def merges_of(patient):
    return PatientMerge.objects.filter(patient=patient, state=PatientMerge.State.MERGED).select_related(
        "merged_patient", "merged_by"
    )


def merges_shown(patient):
    """The merges of a record, each with what the merged record says differently: it stays as it was."""
    merges = list(merges_of(patient))
    for merge in merges:
        merge.differing = [fact for fact in compared(patient, merge.merged_patient) if fact.differs]
    return merges
