"""A patient's history in four parts: read for the list, written, and taken for an error."""

from django.db import transaction
from django.utils import timezone

from clinical.models import FamilyHistory, SmokingStatus, SocialHistory, SurgicalHistory
from reception.models import Patient

MODELS = {
    "family": FamilyHistory,
    "surgical": SurgicalHistory,
    "social": SocialHistory,
    "smoking": SmokingStatus,
}
TITLES = {"family": "Family", "surgical": "Operations", "social": "Social", "smoking": "Smoking"}
# What takes the place of what was said before of the same.
REPLACES = {"social": ("kind",), "smoking": ()}
IN_BRIEF = 15  # of each part
ORDER = {"surgical": ("-done_on", "-pk"), "social": ("kind",)}


def history_in_brief(patient):
    """(parts, more): the same as far as a box beside others shows it, and how many entries it leaves out."""
    found = live_history(patient)
    shown = [(part, title, rows[:IN_BRIEF]) for part, title, rows in found]
    return shown, sum(len(rows) for *_, rows in found) - sum(len(rows) for *_, rows in shown)


def live_history(patient):
    """(part, title, rows) of each part, as it stands today; four queries."""
    return [
        (part, title, list(MODELS[part].objects.live().filter(patient=patient).order_by(*ORDER.get(part, ("pk",)))))
        for part, title in TITLES.items()
    ]


def add(part, patient, *, by, visit_id=None, **columns):
    """Write down what was told, in place of what was said before of the same; return the row's id."""
    model = MODELS[part]
    with transaction.atomic():
        if part in REPLACES:
            Patient.objects.select_for_update().get(pk=patient.pk)
            same = {name: columns[name] for name in REPLACES[part]}
            model.objects.live().filter(patient=patient, **same).update(replaced_at=timezone.now())
        return model.objects.create(patient=patient, visit_id=visit_id, recorded_by=by, **columns).pk


def void(part, pk, *, by, reason):
    """It was entered in error; the row stays, with the reason."""
    with transaction.atomic():
        MODELS[part].objects.filter(pk=pk).update(voided_at=timezone.now(), voided_by=by, void_reason=reason)
