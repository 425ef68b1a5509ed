"""All clinical records, for those who look after them."""

from django.shortcuts import render

from clinical.forms.filters import RecordFilters
from clinical.record_list import PATIENTS, TooManyNames, page_of_records
from emr_site.access import permission_required

UNREADABLE = 422


@permission_required("clinical.view_clinicalrecord")
def clinical_records(request):
    form = RecordFilters(request.GET)
    page = records_asked_for(form, request.GET.get("after"))
    status = UNREADABLE if form.errors else 200
    return render(request, "clinical/clinical_records.html", {"form": form, "page": page}, status=status)


def records_asked_for(form, after):
    """The page, or an empty list and an error of the form where it does not say which."""
    if not form.is_valid():
        return []
    try:
        return page_of_records(form, after=after)
    except TooManyNames:
        form.add_error("name", f"More than {PATIENTS} patients have a name that begins so. Type more of it.")
        return []
