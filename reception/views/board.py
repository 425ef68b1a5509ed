"""The day: as a board of columns, and as a plain list."""

from datetime import date, timedelta

from django.shortcuts import render
from django.utils import timezone

from emr_site.access import permission_required
from reception.board import Day
from reception.forms import CheckInForm
from reception.models import Provider


@permission_required("reception.view_board")
def board(request):
    return day_page(request, "reception/board.html")


@permission_required("reception.view_appointment")
def appointments(request):
    return day_page(request, "reception/appointments.html")


def day_page(request, template):
    chosen = read_day(request.GET.get("day"))
    provider = request.GET.get("provider", "")
    provider = int(provider) if provider.isdecimal() and len(provider) < 19 else None
    with_cancelled = request.GET.get("cancelled") == "1"
    context = {
        "day": Day(chosen, provider=provider, with_cancelled=with_cancelled or template.endswith("appointments.html")),
        "before": (chosen - timedelta(days=1)).isoformat(),
        "after": (chosen + timedelta(days=1)).isoformat(),
        "provider": provider,
        "providers": Provider.objects.active(),
        "with_cancelled": with_cancelled,
        "check_in": CheckInForm,
    }
    return render(request, template, context)


def read_day(text):
    """The day of an address; today when it names none, or one at the calendar's ends."""
    try:
        chosen = date.fromisoformat(text or "")
    except ValueError:
        return timezone.localdate()
    return chosen if 1900 <= chosen.year <= 2200 else timezone.localdate()
