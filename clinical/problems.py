"""The problem list: what is on it, and every way in which it changes."""

from django.db import transaction
from django.utils import timezone

from clinical.models import Icd10Code, Problem
from emr_site.versions import hold, write_changed
from reception.procedures.refusals import refuse

Status = Problem.Status


def live_problems(patient):
    """The lists of a patient's problems by status, each by name; one query."""
    rows = list(Problem.objects.of(patient).live().order_by("description", "id"))
    return {status: [row for row in rows if row.status == status] for status in Status.values}


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
