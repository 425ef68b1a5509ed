"""Who stands in for a doctor sees the patients of today; another's record opens for a day to a stated reason."""

from django.utils import timezone

from reception.models import Appointment, StatedReason, Visit

ANY_RECORD = "reception.open_any_record"


def may_open(user, patient):
    """Whether a colleague may open this record now: by right, because of today, or for a stated reason."""
    return user.has_perm(ANY_RECORD) or is_of_today(patient) or has_stated(user, patient)


def is_of_today(patient):
    """Whether the patient is expected today, or has been here."""
    today = timezone.localdate()
    expected = Appointment.objects.live().filter(patient=patient, date=today)
    return expected.exists() or Visit.objects.filter(patient=patient, date=today).exists()


def has_stated(user, patient):
    """Whether the person has said today why the record must be opened."""
    return StatedReason.objects.filter(user=user, patient=patient, day=timezone.localdate()).exists()
