"""All clinical records, for those who look after them."""

from django.shortcuts import render

from audit.procedures import record_looks
from clinical.forms.filters import RecordFilters
from clinical.record_list import page_of_records
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE
from reception.locums import ANY_RECORD


@permission_required("clinical.view_clinicalrecord")
@permission_required(ANY_RECORD)
def clinical_records(request):
    form = RecordFilters(request.GET)
    page = page_of_records(form, after=request.GET.get("after")) if form.is_valid() else []
    record_looks([record.visit.patient_id for record in page], part="list of records")
    status = UNREADABLE if form.errors else 200
    return render(request, "clinical/clinical_records.html", {"form": form, "page": page}, status=status)
