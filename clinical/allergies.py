"""What is known of a patient's allergies: for the banner, for the list, and how it is written.

What the database refuses is raised as its DatabaseError, or as ProcedureRefused, with a code that messages.py explains.
"""

from django.db import DatabaseError, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from clinical.models import Allergy, AllergyStatement
from emr_site.versions import hold, write_changed

IN_BANNER = 4
GRAVEST_FIRST = Case(
    When(severity="severe", then=0), When(severity="moderate", then=1), When(severity="mild", then=2), default=3
)
MEDICINE = Allergy.Category.MEDICINE
OLD_AFTER = 365  # days
NONE_KNOWN = 9


def none_known():
    """Statements that none is known which nothing has superseded: no later answer, no allergy now or since."""
    later = AllergyStatement.objects.filter(patient=OuterRef("patient")).filter(
        Q(stated_at__gt=OuterRef("stated_at")) | Q(stated_at=OuterRef("stated_at"), pk__gt=OuterRef("pk"))
    )
    since = Allergy.objects.filter(patient=OuterRef("patient")).exclude(certainty=Allergy.Certainty.REFUTED)
    since = since.filter(
        Q(voided_at=None, ended_at=None)  # even one that another system wrote down before
        | Q(recorded_at__gt=OuterRef("stated_at"))
        | Q(ended_at__gt=OuterRef("stated_at"))
        | Q(voided_at__gt=OuterRef("stated_at"))
    )
    return AllergyStatement.objects.filter(answer=AllergyStatement.Answer.NONE_KNOWN).exclude(
        Exists(later) | Exists(since)
    )


def banner(patient):
    """The box of the banner, in one query: its state, the gravest allergies, and how many more there are."""
    try:
        rows = sorted(facts(patient), key=lambda row: (row[0], row[1] != MEDICINE, row[2].casefold()))
    except DatabaseError:
        return {"state": "unavailable"}
    return state_of(rows)


def facts(patient):
    """(gravity, category, substance, reaction, severity) of each allergy to warn of; NONE_KNOWN: none is known."""
    known = Allergy.objects.warning().filter(patient=patient).annotate(gravity=GRAVEST_FIRST)
    stated = none_known().filter(patient=patient).annotate(gravity=Value(NONE_KNOWN))
    return known.values_list("gravity", "category", "substance", "reaction", "severity").union(
        stated.values_list("gravity", Value(""), F("answer"), Value(""), Value("")), all=True
    )


def state_of(rows):
    """What the box says of these facts, gravest first. No medicine is left out of it, however many there are."""
    found = [
        {"substance": substance, "reaction": reaction, "severity": severity, "is_medicine": category == MEDICINE}
        for gravity, category, substance, reaction, severity in rows
        if gravity < NONE_KNOWN
    ]
    if not found:
        return {"state": "none" if rows else None}
    shown = [each for place, each in enumerate(found) if place < IN_BANNER or each["is_medicine"]]
    return {"state": "known", "list": shown, "more": len(found) - len(shown)}


def live_allergies(patient):
    """A patient's list, gravest first and the refuted last, with who verified each; one query."""
    rows = Allergy.objects.live().filter(patient=patient).select_related("verified_by", "recorded_by")
    refuted_last = Case(When(certainty="refuted", then=1), default=0)
    found = list(rows.order_by(refuted_last, GRAVEST_FIRST, "substance"))
    for each in found:
        verified = each.verified_at or each.recorded_at
        each.is_old = (timezone.now() - verified).days > OLD_AFTER
    return found


def answers_of(patient):
    """The answers that named no allergy, latest first; `stands` is whether nothing has superseded a "none known"."""
    stands = Exists(none_known().filter(pk=OuterRef("pk")))
    answers = patient.allergy_statements.select_related("stated_by").annotate(stands=stands)
    return answers.order_by("-stated_at", "-pk")


def record_allergy(patient, *, visit_id, by, **columns):
    """Write an allergy down, as verified now by whoever heard it; return its id."""
    now = timezone.now()
    heard = {"recorded_by": by, "verified_by": by, "verified_at": now}
    return Allergy.objects.create(patient=patient, visit_id=visit_id, **heard, **columns).pk


def change_allergy(pk, *, seen, **columns):
    """Correct what is written of an allergy; EditConflict when it is no longer as it was `seen`."""
    with transaction.atomic():
        write_changed(hold(Allergy, pk, seen=seen, gone="allergy_not_found"), **columns)


def verify_allergy(pk, *, by):
    """The patient, asked again, says that it is still so."""
    write(pk, verified_at=timezone.now(), verified_by=by)


def end_allergy(pk, *, by):
    """It is no longer true; the row stays as history."""
    write(pk, ended_at=timezone.now(), ended_by=by)


def void_allergy(pk, *, by, reason):
    """It never was true: it was entered in error."""
    write(pk, voided_at=timezone.now(), voided_by=by, void_reason=reason)


def write(pk, **columns):
    with transaction.atomic():
        Allergy.objects.filter(pk=pk).update(**columns)


def state_answer(patient, answer, *, by, visit_id=None):
    """Write down an answer that names no allergy; return its id."""
    return AllergyStatement.objects.create(patient=patient, visit_id=visit_id, answer=answer, stated_by=by).pk
