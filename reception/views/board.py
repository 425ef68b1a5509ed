"""The day: as a board of columns, and as a plain list."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from emr_site.access import permission_required
from emr_site.answers import UNREADABLE
from reception.board import Day
from reception.columns import LOOKS
from reception.forms import CheckInForm, DayForm


@permission_required("reception.view_board")
def board(request):
    return day_page(request, "reception/board.html")


@permission_required("reception.view_appointment")
def appointments(request):
    return day_page(request, "reception/appointments.html")


def day_page(request, template):
    """One day, of one provider or of all. An address that cannot be read is answered with today and a sentence."""
    form = DayForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    date, provider = asked.get("day") or timezone.localdate(), asked.get("provider")
    context = {
        "form": form,
        "day": Day(date, provider=provider),
        "provider": provider,
        "before": date - timedelta(days=1),
        "after": date + timedelta(days=1),
        "check_in": CheckInForm,
        "key": [(chip, state, icon) for state, (_, chip, icon) in LOOKS.items() if state != "Cancelled"],
    }
    return render(request, template, context, status=UNREADABLE if form.errors else 200)
