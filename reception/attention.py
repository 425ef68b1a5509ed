"""What at the desk must not be forgotten: counted at the side of the board, each with the list behind it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from emr_site.templatetags.emr import weekday_date
from reception.absences import booked_while_away, next_booked, still_here
from reception.models import Appointment, AppointmentAnswer, FreedSlot, PortalRequest, SelfCheckIn, SlotOffer
from reception.models.appointments import Status
from reception.outbox.desk import overdue, troubled


@dataclass(frozen=True)
class Attention:
    """So many of something, and where they are listed."""

    icon: str
    words: str
    # A number that the day knows, or the rows that are to be counted.
    count: int | QuerySet
    url: str


# Other parts of the desk add theirs: functions of (user, day).
counters = []


def needs_attention(user, day):
    """The counts that are not 0, in order; however many there are, one statement counts them."""
    found = [each for counter in counters for each in counter(user, day)]
    numbers = counted([each.count for each in found])
    return [replace(each, count=number) for each, number in zip(found, numbers, strict=True) if number]


def counted(counts):
    """The numbers themselves, with how many rows each query has in its place."""
    numbers, asked, values = list(counts), {}, []
    for place, rows in enumerate(counts):
        if isinstance(rows, QuerySet):
            statement, own = (rows if rows.query.combinator else rows.order_by().values("pk")).query.sql_with_params()
            asked[place] = f"(SELECT COUNT(*) FROM ({statement}) AS counted_{place})"
            values += own
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(asked.values())}", values)
            for place, number in zip(asked, cursor.fetchone(), strict=True):
                numbers[place] = number
    return numbers


def listed(day, status):
    return f"{reverse('reception:appointments')}?day={day.isoformat()}&status={status.replace(' ', '+')}"


def task(kind):
    return reverse("reception:to_do", args=[kind])


def unconfirmed(user, day):
    """Those who are to come on the next day that is worked, and have not said that they will."""
    following = next_booked(day.date)
    rows = Appointment.objects.on(following).filter(status=Status.SCHEDULED)
    words = "Not confirmed for tomorrow" if day.is_today else "Not confirmed for the day after"
    if following != day.date + timedelta(days=1):
        words = f"Not confirmed for {weekday_date(following)}"
    yield Attention("phone", words, rows, listed(following, Status.SCHEDULED))


def missed(user, day):
    """Those who did not come on this day, and are to be booked again."""
    count = len(day.in_state(Status.DID_NOT_ATTEND))
    yield Attention("user-x", "Did not attend: rebook", count, listed(day.date, Status.DID_NOT_ATTEND))


def unasked(user, day):
    """Those of this day who have not answered what every patient is asked."""
    count = sum(card.lacks_consent for card in day.cards)
    yield Attention("file-text", "Consent forms missing", count, f"{listed(day.date, '')}&consent=missing")


def unfinished(user, day):
    """Those of earlier days whom nobody has seen leave: their visit, and perhaps a room, stands open."""
    if day.is_today:
        yield Attention("clock", "Still here from earlier days", still_here(day.date), task("still-here"))


def away(user, day):
    """Those of the next days who come to nobody: their provider is away, or the practice is closed."""
    if day.is_today:
        rows = booked_while_away(day.date)
        yield Attention("calendar-x", "Booked while away or closed", rows, task("while-away"))


def messages(user, day):
    """What patients asked for by the link of a message, and what did not reach them."""
    if day.is_today and user.has_perm("reception.view_message"):
        asked = AppointmentAnswer.objects.waiting()
        yield Attention("message-square", "Asked for another time", asked, reverse("reception:messages"))
        yield Attention("mail", "Messages not sent", troubled(), reverse("reception:messages"))
        late = f"{reverse('reception:messages')}?state=waiting"
        yield Attention("mail", "Messages waiting longer than they should", overdue(), late)


def untaken(user, day):
    """Times to come that are free again, that were offered, and that nobody has taken."""
    if day.is_today and user.has_perm("reception.view_waitingrequest"):
        asked = SlotOffer.objects.filter(freed_slot=OuterRef("pk"))
        rows = FreedSlot.objects.filter(Exists(asked), done_as="nobody").ahead()
        yield Attention("calendar-plus", "Free again, nobody took it", rows, reverse("reception:waiting_list"))


def changed_insurance(user, day):
    """Those who said at the door that their insurance has changed."""
    if day.is_today and user.has_perm("reception.view_selfcheckin"):
        rows = SelfCheckIn.objects.waiting()
        yield Attention("credit-card", "Insurance changed at check-in", rows, reverse("reception:self_check_ins"))


def asked(user, day):
    """What patients ask for on their own pages."""
    if day.is_today and user.has_perm("reception.view_portalrequest"):
        rows = PortalRequest.objects.waiting()
        yield Attention("message-square", "Requests of patients", rows, reverse("reception:requests"))


counters += [unconfirmed, unasked, missed, unfinished, away, messages, untaken, changed_insurance, asked]
