"""Who stands in for a doctor sees the patients of today; another's record opens for a day to a stated reason."""

from django.utils import timezone

from reception.models import Appointment, StatedReason, Visit

ANY_RECORD = "reception.open_any_record"


def sees_everybody(user):
    return user.has_perm(ANY_RECORD)


def sees_day(user, date):
    """Whether the names of a day may be shown."""
    return sees_everybody(user) or date == timezone.localdate()


def may_open(user, patient):
    """Whether this patient's pages open to this person today."""
    return sees_everybody(user) or patient.pk in ids_of_today() or patient.pk in stated_by(user)


def found_by(user):
    """The ids of those whom a search may find; None for everybody."""
    return None if sees_everybody(user) else ids_of_today() | stated_by(user)


def ids_of_today():
    """Of the patients who are expected today, or have been here."""
    today = timezone.localdate()
    expected = Appointment.objects.live().filter(date=today).values_list("patient_id", flat=True)
    return set(expected) | set(Visit.objects.filter(date=today).values_list("patient_id", flat=True))


def stated_by(user):
    """Of the patients for whose record this person has stated a reason today."""
    stated = StatedReason.objects.filter(user=user, day=timezone.localdate())
    return set(stated.values_list("patient_id", flat=True))
