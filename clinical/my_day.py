"""What waits for one clinician: the patients of today, notes to sign, notes to co-sign."""

from django.db.models import Q
from django.utils import timezone

from clinical.models import Note
from reception.models import Appointment, Visit

MOST = 50


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
