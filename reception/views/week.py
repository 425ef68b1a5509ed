"""The week: how full the days are, and one provider's appointments day by day."""

from datetime import timedelta

from django.utils import timezone

from emr_site.access import permission_required
from emr_site.answers import UNREADABLE
from reception.locums import ANY_RECORD
from reception.views.board import asked
from reception.views.renewed import etag_of, renewed
from reception.week import Week


@permission_required("reception.view_board")
@permission_required(ANY_RECORD)
def week(request):
    form, date, provider = asked(request)
    context = {
        "form": form,
        "date": date,
        "today": timezone.localdate(),
        "provider": provider,
        "week": Week(date, provider=provider),
        "before": date - timedelta(days=7),
        "after": date + timedelta(days=7),
    }
    status = UNREADABLE if form.errors else 200
    etag = etag_of(context["week"].looks)
    return renewed(request, "reception/week.html", "reception/_week.html", context, etag=etag, status=status)
