"""What at the desk must not be forgotten: counted at the side of the board, each with the list behind it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from reception.models import Appointment, AppointmentAnswer, FreedSlot, PortalRequest, SelfCheckIn, SlotOffer
from reception.models.appointments import Status
from reception.outbox.desk import overdue, troubles


@dataclass(frozen=True)
class Attention:
    """So many of something, and where they are listed."""

    icon: str
    words: str
    count: int
    url: str


# Other parts of the desk add theirs: functions of (user, day), each one query at most, or none.
counters = []


def needs_attention(user, day):
    """The counts that are not 0, in order."""
    found = [each for counter in counters for each in counter(user, day)]
    return [each for each in found if each.count]


def listed(day, status):
    return f"{reverse('reception:appointments')}?day={day.isoformat()}&status={status.replace(' ', '+')}"


def unconfirmed(user, day):
    """Those who are to come on the next day, and have not said that they will."""
    tomorrow = day.date + timedelta(days=1)
    count = Appointment.objects.on(tomorrow).filter(status=Status.SCHEDULED).count()
    words = "Not confirmed for tomorrow" if day.is_today else "Not confirmed for the day after"
    yield Attention("phone", words, count, listed(tomorrow, Status.SCHEDULED))


def missed(user, day):
    """Those who did not come on this day, and are to be booked again."""
    count = len(day.in_state(Status.DID_NOT_ATTEND))
    yield Attention("user-x", "Did not attend: rebook", count, listed(day.date, Status.DID_NOT_ATTEND))


def unasked(user, day):
    """Those of this day who have not answered what every patient is asked."""
    count = sum(card.lacks_consent for card in day.cards)
    yield Attention("file-text", "Consent forms missing", count, f"{listed(day.date, '')}&consent=missing")


def unfinished(user, day):
    """Those of the day before whom nobody has seen leave: their visit, and perhaps a room, stands open."""
    before = day.date - timedelta(days=1)
    here = Appointment.objects.on(before).filter(status__in=(Status.ARRIVED, Status.ROOMED, Status.WITH_DOCTOR))
    count = here.count() if day.is_today else 0
    yield Attention("clock", "Still here from yesterday", count, f"{reverse('reception:appointments')}?day={before}")


def messages(user, day):
    """What patients asked for by the link of a message, and what did not reach them."""
    if day.is_today and user.has_perm("reception.view_message"):
        asked = AppointmentAnswer.objects.waiting().count()
        yield Attention("message-square", "Asked for another time", asked, reverse("reception:messages"))
        yield Attention("mail", "Messages not sent", troubles(), reverse("reception:messages"))
        late = f"{reverse('reception:messages')}?state=waiting"
        yield Attention("mail", "Messages waiting longer than they should", overdue(), late)


def untaken(user, day):
    """Times to come that are free again, that were offered, and that nobody has taken."""
    if day.is_today and user.has_perm("reception.view_waitingrequest"):
        asked = SlotOffer.objects.filter(freed_slot=OuterRef("pk"))
        count = FreedSlot.objects.filter(Exists(asked), done_as="nobody").ahead().count()
        yield Attention("calendar-plus", "Free again, nobody took it", count, reverse("reception:waiting_list"))


def changed_insurance(user, day):
    """Those who said at the door that their insurance has changed."""
    if day.is_today and user.has_perm("reception.view_selfcheckin"):
        count = SelfCheckIn.objects.waiting().count()
        yield Attention("credit-card", "Insurance changed at check-in", count, reverse("reception:self_check_ins"))


def asked(user, day):
    """What patients ask for on their own pages."""
    if day.is_today and user.has_perm("reception.view_portalrequest"):
        count = PortalRequest.objects.waiting().count()
        yield Attention("message-square", "Requests of patients", count, reverse("reception:requests"))


counters += [unconfirmed, unasked, missed, unfinished, messages, untaken, changed_insurance, asked]
