"""Where a doctor's day begins."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from clinical import my_day as day
from emr_site.access import permission_required


@permission_required("clinical.sign_note")
@require_GET
def my_day(request):
    to_see, done = day.patients_of(request.user)
    context = {
        "to_see": to_see,
        "done": done,
        "unsigned": day.unsigned_of(request.user),
        "to_cosign": day.to_cosign(request.user),
    }
    return render(request, "clinical/my_day.html", context)
