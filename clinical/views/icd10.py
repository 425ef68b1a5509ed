"""The diagnoses that fit what is typed, as buttons of the form in which it is typed."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from clinical.icd10 import find
from emr_site.access import permission_required


@permission_required("clinical.view_problem")
@require_GET
def icd10_options(request):
    typed = request.GET.get("q", "").strip()
    return render(request, "clinical/_icd10_options.html", {"typed": typed, "options": find(typed)})
