"""The patient search: the list that is read, and the answers under the search box.

What is searched for is a patient's name or birth date, which no address may hold: it travels in the body of a POST, and
a list's address says only which of this session's searches it answers.
"""

from functools import partial
from uuid import uuid4

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from reception import locums
from reception.search import find_patients, is_too_short

REMEMBERED = 20
QUICK = 8


@permission_required("reception.find_patient")
def patients(request):
    """All active patients by name, or those of a search, page by page."""
    if request.method == "POST":
        return redirect(f"{reverse('reception:patients')}?search={remember(request.session, request.POST)}")
    number = request.GET.get("search")
    text = request.session.get("searches", {}).get(number) if number else ""
    among = locums.found_by(request.user)
    found = find_patients(text, after=request.GET.get("after"), among=among) if text is not None else None
    context = {
        "text": text or "",
        "is_forgotten": text is None,
        "is_too_short": partial(is_too_short, text),  # asked where nobody is found
        "found": found,
        "leads_to": page_for(request.user),
    }
    return render(request, "reception/patients.html", context)


@permission_required("reception.find_patient")
@require_POST
def quick_search(request):
    """The first few patients for what is in the search box, as a fragment."""
    text = request.POST.get("q", "").strip()
    found = find_patients(text, size=QUICK, among=locums.found_by(request.user)) if text else None
    context = {
        "text": text,
        "is_too_short": partial(is_too_short, text),  # asked where nobody is found
        "found": found,
        "leads_to": page_for(request.user),
    }
    return render(request, "reception/_quick_search.html", context)


def page_for(user):
    """Where a found patient's name leads: to the chart those who may see it, to the information everybody else."""
    return "clinical:chart" if user.has_perm("clinical.view_chart") else "reception:patient"


def remember(session, posted):
    """Keep the search that was posted among the session's last ones; return its number."""
    number = uuid4().hex[:8]
    searches = list(session.get("searches", {}).items())[1 - REMEMBERED :]
    session["searches"] = dict([*searches, (number, posted.get("q", "").strip()[:200])])
    return number
