"""What waits for one clinician: the patients of today, notes to sign, notes to co-sign."""

from dataclasses import dataclass
from datetime import time

from django.db.models import Q
from django.utils import timezone

from clinical.models import Note
from reception.columns import LOOKS
from reception.models import Appointment, Patient, Visit
from reception.models.appointments import Status

MOST = 50


@dataclass
class Row:
    """One patient of today: when, where the patient is by now, and what is next."""

    at: time | None
    patient: Patient
    reason: str
    status: str
    visit: Visit | None = None

    @property
    def chip(self):
        """(kind, symbol, word), as the board draws it."""
        _, kind, symbol = LOOKS[self.status]
        return kind, symbol, Status(self.status).label

    @property
    def is_done(self):
        return self.status in (Status.CHECKOUT, Status.COMPLETED)

    @property
    def waits_to_start(self):
        return bool(self.visit and self.visit.arrived_at and not self.visit.started_at and not self.is_done)

    @property
    def waited(self):
        """Minutes since the patient came, while nobody has begun."""
        return int((timezone.now() - self.visit.arrived_at).total_seconds() // 60) if self.waits_to_start else None


def patients_of(user):
    """(those still to be seen, those who are done), each in the order of the day."""
    rows = [
        Row(each.time, each.patient, each.reason, each.status, getattr(each, "visit", None))
        for each in appointments_of(user)
    ]
    rows += [Row(came_at(visit), visit.patient, visit.reason, status_of(visit), visit) for visit in walk_ins_of(user)]
    rows.sort(key=lambda row: row.at or time.min)
    return [row for row in rows if not row.is_done], [row for row in rows if row.is_done]


def came_at(visit):
    return timezone.localtime(visit.arrived_at).time() if visit.arrived_at else visit.time


def status_of(visit):
    """Where somebody is whom nobody had booked."""
    if visit.left_at:
        return Status.COMPLETED
    return Status.WITH_DOCTOR if visit.started_at else Status.ARRIVED


def appointments_of(user):
    """Today's, in the order of the day; those given up are left out."""
    mine = Appointment.objects.live().filter(provider__user=user, date=timezone.localdate())
    return mine.select_related("patient", "visit", "appointment_type").order_by("time", "id")


def walk_ins_of(user):
    """Today's visits that nobody had booked."""
    mine = Visit.objects.filter(provider__user=user, date=timezone.localdate(), appointment=None)
    return mine.select_related("patient").order_by("arrived_at", "id")


def unsigned_of(user):
    """Notes of this provider's visits, and those this person began for another; the oldest first."""
    mine = Q(visit__provider__user=user) | Q(started_by=user)
    return Note.objects.unsigned().filter(mine).select_related("visit__patient").order_by("visit__date", "id")[:MOST]


def to_cosign(user):
    """Notes of others that wait for a second signature, if this person may give it; the oldest first."""
    if not user.has_perm("clinical.cosign_note"):
        return []
    waiting = Note.objects.waiting_for_cosigner().exclude(signatures__signed_by=user)
    return waiting.select_related("visit__patient", "visit__provider").order_by("visit__date", "id")[:MOST]
