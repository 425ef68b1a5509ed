"""Who is away, written down and ended at the desk; and the appointments that ask for somebody to see to them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.refusals import went_through
from reception.absences import booked_while_away, end, hit_by, hit_words, still_here
from reception.bookings import bookings
from reception.columns import Card
from reception.forms.absences import RecordAbsenceForm
from reception.locums import ANY_RECORD
from reception.messages import MESSAGES
from reception.models import Appointment, ProviderException

# What the counters of the board lead to: the words, and the rows of today.
TO_DO = {
    "still-here": ("Still here from earlier days", still_here),
    "while-away": ("Booked while away or closed", booked_while_away),
}


@permission_required("reception.record_absence")
def absences(request):
    """Those of today and to come, and the form for another."""
    initial = {name: request.GET[name] for name in ("provider", "first_day") if request.GET.get(name)}
    form = RecordAbsenceForm(posted(request), initial=initial)
    if went_through(form, form.save, MESSAGES):
        hit = hit_by(form.instance).count()
        messages.success(request, f"{form.instance.provider} is away. {hit_words(hit) if hit else ''}".rstrip())
        return redirect("reception:absences")
    rows = ProviderException.objects.filter(kind=ProviderException.Kind.AWAY, last_day__gte=timezone.localdate())
    return render_form(request, "reception/absences.html", form, absences=rows.select_related("provider"))


@permission_required("reception.record_absence")
@require_POST
def end_absence(request, pk):
    rows = ProviderException.objects.filter(kind=ProviderException.Kind.AWAY, last_day__gte=timezone.localdate())
    absence = get_object_or_404(rows.select_related("provider"), pk=pk)
    end(absence)
    messages.success(request, f"{absence.provider} is back.")
    return redirect("reception:absences")


@permission_required("reception.view_appointment")
@permission_required(ANY_RECORD)
def to_do(request, kind):
    """Appointments of several days that somebody must see to."""
    if kind not in TO_DO:
        raise Http404
    words, rows_of = TO_DO[kind]
    found = Appointment.objects.filter(pk__in=list(rows_of(timezone.localdate()).values_list("pk", flat=True)))
    rows = [Card(1, 1, each) for each in bookings(found.order_by("date", "time", "id"))]
    return render(request, "reception/to_do.html", {"words": words, "rows": rows})
