"""What the desk prints: the letter about an appointment, and the day in case the screens go dark."""

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from audit.procedures import record_event
from emr_site.access import permission_required
from reception.outbox.letters import letter_of
from reception.papers import day_lists, paper
from reception.views.appointments import appointment_page
from reception.views.board import appointments, asked


@permission_required("reception.view_appointment")
@appointment_page
def appointment_letter(request, row, context):
    """Of an appointment that is still awaited; nobody is written to about any other."""
    letter = letter_of(row) if row.is_to_come else None
    if letter is None:
        raise Http404
    context = {"letter": letter, "clinic_address": settings.CLINIC_ADDRESS}
    return paper(request, "reception/letter.html", context, filename="appointment-letter.pdf")


@permission_required("reception.view_board")
def day_list(request):
    """Every patient's name and phone of a day on paper: who takes it away is an event of the audit."""
    form, date, provider = asked(request)
    if form.errors:
        return appointments(request)  # which says what cannot be read
    context = {"date": date, "now": timezone.now(), "lists": day_lists(date, provider=provider)}
    record_event("export", action="R", detail={"report": "day-list", "filters": dict(request.GET.items())})
    return paper(request, "reception/day_list.html", context, filename=f"day-list-{date.isoformat()}.pdf")
