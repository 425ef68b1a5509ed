"""Two records of one person become one, and two again when that was wrong.

What happened to the patient moves, row by row, to the record that is kept (sql/reception/procedures/MergePatients.sql).
What is said of the person stays as the kept record says it, and is taken from the other where it says nothing.
"""

from contextlib import contextmanager

from django.db import connection, transaction

from reception.duplicates import decide, note
from reception.models import Patient, PatientMerge, PatientPhone, PhoneKind, PossibleDuplicate
from reception.procedures import add_phone, call_merge, call_undo_merge, refuse
from reception.ways import digits_of

ADDRESS = ("address", "city", "region", "postal_code", "country_code")
SINGLE = (
    "preferred_name", "date_of_birth", "gender", "pronouns", "language", "email", "deceased_on",
)  # fmt: skip
# Parts of one fact: taken together, or not at all.
TOGETHER = (("phone_number", "phone_kind"), ("emergency_contact", "emergency_phone"), ADDRESS)
State = PossibleDuplicate.State


@contextmanager
def foreign_keys_on():
    """The procedure switches them off while it moves rows; they are on again even after one that was killed."""
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET FOREIGN_KEY_CHECKS = 1")


def merge_patients(kept_id, merged_id, *, reason, by):
    """Merge a record into the one that is kept; return the merge's id. Refuses what cannot be told apart again."""
    with foreign_keys_on(), transaction.atomic():
        people = Patient.objects.select_for_update().in_bulk([kept_id, merged_id])
        if len(people) < 2:
            refuse("patient_merge_needs_two")
        kept, merged = people[kept_id], people[merged_id]
        if kept.user_id and merged.user_id:
            refuse("patient_merge_two_sign_ins")
        filled = lacking(kept, merged)
        merge_id = call_merge(kept_id, merged_id, reason=reason, filled=",".join(filled))
        fill(kept, merged, filled)
        keep_phone(kept, merged)
        settle_pairs(kept_id, merged_id, by=by)
        return merge_id


def lacking(kept, merged):
    """The columns that the kept record takes from the other."""
    found = [name for name in SINGLE if not getattr(kept, name) and getattr(merged, name)]
    for names in TOGETHER:
        if not any(getattr(kept, name) for name in names):
            found += [name for name in names if getattr(merged, name)]
    return [*found, "user_id"] if merged.user_id else found


def fill(kept, merged, names):
    values = {name: getattr(merged, name) for name in names}
    if merged.user_id:
        Patient.objects.filter(pk=merged.pk).update(user=None)  # a sign-in has one record
    if values:
        Patient.objects.filter(pk=kept.pk).update(**values)


def keep_phone(kept, merged):
    """Whoever calls from the other record's number is still found by it."""
    known = {
        digits_of(number) for number in (kept.phone_number, *kept.phones.values_list("number", flat=True)) if number
    }
    if kept.phone_number and merged.phone_number and digits_of(merged.phone_number) not in known:
        add_phone(
            kept.pk, number=merged.phone_number, kind=merged.phone_kind or PhoneKind.OTHER, for_reminders=False,
            note=note_of(merged),
        )  # fmt: skip


def note_of(merged):
    return f"From record {merged.mrn}"


def settle_pairs(kept_id, merged_id, *, by):
    """The two are dealt with; whoever else looked like the merged record may be the kept one."""
    for pair in pairs_of(merged_id).open():
        other = pair.patient_id if pair.other_patient_id == merged_id else pair.other_patient_id
        decide(pair, State.MERGED, by=by, note=None)
        if other != kept_id:
            note(kept_id, other, pair.reason)


def pairs_of(patient_id):
    return PossibleDuplicate.objects.filter(patient_id=patient_id) | PossibleDuplicate.objects.filter(
        other_patient_id=patient_id
    )


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
        given_back = {name: None for name in names if getattr(kept, name) == getattr(merged, name)}
        if given_back:
            Patient.objects.filter(pk=kept.pk).update(**given_back)
        PatientPhone.objects.filter(patient=kept, note=note_of(merged), number=merged.phone_number).delete()


def record_of(patient):
    """The record that a patient's number stands for today, however often it was merged."""
    while patient.merged_into_id:
        patient = patient.merged_into
    return patient


def merges_of(patient):
    return PatientMerge.objects.filter(patient=patient, state=PatientMerge.State.MERGED).select_related(
        "merged_patient", "merged_by"
    )
