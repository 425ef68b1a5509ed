"""The problem list: what is on it, and every way in which it changes."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from clinical.models import Icd10Code, Problem, VisitDiagnosis
from emr_site.versions import hold, write_changed
from reception.models import Visit
from reception.procedures.refusals import refuse

Status = Problem.Status
IN_BRIEF = 20  # of each status


def live_problems(patient):
    """The lists of a patient's problems by status, each by name; one query."""
    rows = list(Problem.objects.of(patient).live().order_by("description", "id"))
    return {status: [row for row in rows if row.status == status] for status in Status.values}


def problems_in_brief(patient):
    """The same as far as a box beside others shows them, and how many `more` there are; one query."""
    found = live_problems(patient)
    shown = {status: rows[:IN_BRIEF] for status, rows in found.items()}
    return shown | {"more": sum(map(len, found.values())) - sum(map(len, shown.values()))}


def record(patient, *, code, words, by, onset_as=None, onset_on=None, visit_id=None):
    """Put a problem on the list, by its code or in words alone; return its id."""
    row = Problem.objects.create(
        patient=patient,
        visit_id=visit_id,
        icd10_code_id=code,
        description=Icd10Code.objects.get(pk=code).title if code else words,
        onset_as=onset_as,
        onset_on=onset_on,
        recorded_by=by,
    )
    return row.pk


def update(problem_id, *, seen, **columns):
    """Write description, onset, status or note; raises EditConflict when the row is no longer as it was `seen`."""
    with transaction.atomic():
        write_changed(hold(Problem, problem_id, seen=seen, gone="problem_is_voided"), **columns)


def resolve(problem_id, *, on):
    change_status(problem_id, resolved=True, status=Status.RESOLVED, resolved_on=on)


def reopen(problem_id):
    change_status(problem_id, resolved=False, status=Status.ACTIVE, resolved_on=None)


def change_status(problem_id, *, resolved, **columns):
    with transaction.atomic():
        row = Problem.objects.select_for_update().get(pk=problem_id)
        if (row.status == Status.RESOLVED) == resolved:
            refuse("problem_resolved_already" if resolved else "problem_not_resolved")
        Problem.objects.filter(pk=row.pk).update(**columns)


def void(problem_id, *, by, reason):
    """Take what was entered in error off the list; the row stays. The database refuses to do it twice."""
    Problem.objects.filter(pk=problem_id).update(voided_at=timezone.now(), voided_by=by, void_reason=reason)


def diagnoses_of(visit, *, starred_by=None):
    """The problems that a visit was about, the principal one first, and whose star they have; one query."""
    rows = VisitDiagnosis.objects.live().filter(visit=visit).select_related("problem").order_by("rank")
    return list(rows.starred_by(starred_by) if starred_by else rows)


def diagnose(visit, *, by, code=None, words=None):
    """Record what a visit was about, and put it on the list of problems unless it is there; return the diagnosis' id.

    A problem that was inactive is active again, which the audit tells. One that was resolved stays so: the illness has
    come again, and is a row of its own.
    """
    with transaction.atomic():
        # One at a time: two would take the same rank.
        Visit.objects.select_for_update().get(pk=visit.pk)
        problem_id = active_problem(visit, code=code, words=words, by=by)
        last = VisitDiagnosis.objects.live().filter(visit=visit).aggregate(last=Max("rank"))["last"]
        row = VisitDiagnosis.objects.create(
            visit=visit, patient_id=visit.patient_id, problem_id=problem_id, rank=(last or 0) + 1, recorded_by=by
        )
        return row.pk


def active_problem(visit, *, code, words, by):
    """The id of the patient's problem of that code or those words, active from now on."""
    told = {"live_code": code} if code else {"live_words": words}
    known = Problem.objects.select_for_update().filter(patient_id=visit.patient_id, **told).first()
    if known is None:
        return record(visit.patient, code=code, words=words, by=by, visit_id=visit.pk)
    if known.status != Status.ACTIVE:
        Problem.objects.filter(pk=known.pk).update(status=Status.ACTIVE, resolved_on=None)
    return known.pk


def remove_diagnosis(diagnosis_id, *, by):
    """Take a diagnosis off its visit; the others move up. The problem stays on the patient's list."""
    with transaction.atomic():
        row = VisitDiagnosis.objects.select_for_update().get(pk=diagnosis_id)
        Visit.objects.select_for_update().get(pk=row.visit_id)
        VisitDiagnosis.objects.filter(pk=row.pk).update(removed_at=timezone.now(), removed_by=by)
        later = VisitDiagnosis.objects.live().filter(visit_id=row.visit_id, rank__gt=row.rank).order_by("rank")
        for each in later:
            VisitDiagnosis.objects.filter(pk=each.pk).update(rank=each.rank - 1)
