"""The day: as a board of columns that keeps itself up to date, and as a plain list."""

from datetime import timedelta

from django.utils import timezone

from emr_site.access import permission_required, refuse
from emr_site.answers import UNREADABLE
from reception import locums, till
from reception.attention import needs_attention
from reception.board import Day
from reception.columns import LOOKS
from reception.forms import CheckInForm, DayForm
from reception.models.appointments import Status
from reception.views.renewed import etag_of, renewed

ACTIONS = ("add_appointment", "check_in_appointment", "advance_appointment")


@permission_required("reception.view_board")
def board(request):
    """The page; to htmx the board alone, or 304 when it looks as it did."""
    day, context, status = asked_day(request)
    context["attention"] = needs_attention(request.user, day)
    till.tell(request.user, day.at_checkout)
    may = [request.user.has_perm(f"reception.{action}") for action in ACTIONS]
    charged = [card.charged for card in day.at_checkout]
    etag = etag_of(day.fingerprint(may, context["attention"], charged))
    return renewed(request, "reception/board.html", "reception/_board.html", context, etag=etag, status=status)


@permission_required("reception.view_appointment")
def appointments(request):
    day, context, status = asked_day(request)
    asked = request.GET.get("status")
    label, rows = "", day.in_order()
    if asked in Status.values:
        label, rows = Status(asked).label, [card for card in rows if card.appointment.status == asked]
    elif request.GET.get("consent") == "missing":
        label, rows = "Consent missing", [card for card in rows if card.lacks_consent]
    nothing = f"Nobody of this day is “{label}”." if label else "Nothing is booked on this day."
    context |= {"label": label, "rows": rows, "nothing": nothing}
    etag = etag_of(day.fingerprint(label))
    pages = ("reception/appointments.html", "reception/_appointments.html")
    return renewed(request, *pages, context, etag=etag, status=status)


def asked_day(request):
    """(day, context, status) of an address. One that cannot be read is answered with today and a sentence."""
    form, date, provider = asked(request)
    day = Day(date, provider=provider)
    context = {
        "form": form,
        "day": day,
        "date": date,
        "provider": provider,
        "before": date - timedelta(days=1),
        "after": date + timedelta(days=1),
        "check_in": CheckInForm,
        "key": [(chip, state.label, icon) for state, (_, chip, icon) in LOOKS.items() if state != Status.CANCELLED],
    }
    return day, context, UNREADABLE if form.errors else 200


def asked(request):
    """(form, date, provider) that an address asks for; today and everybody where it says nothing."""
    form = DayForm(request.GET or None)
    typed = form.cleaned_data if form.is_bound and form.is_valid() else {}
    date = typed.get("day") or timezone.localdate()
    if not locums.sees_day(request.user, date):
        refuse(request, locums.ANY_RECORD)
    return form, date, typed.get("provider")
