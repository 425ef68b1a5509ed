"""All clinical records, newest visit first, however many there are."""

from django.db.models import OuterRef, Subquery

from clinical.models import ClinicalRecord
from emr_site.keyset import Page, page_after
from reception.models import Patient, Visit


def page_of_records(filters, *, after=None):
    """A page of clinical records with visit, patient, provider and room; `filters` is a valid RecordFilters."""
    visits = Visit.objects.filter(**filters.days("date"))
    if provider := filters.cleaned_data["provider"]:
        visits = visits.filter(provider=provider)
    if mrn := filters.cleaned_data["mrn"]:
        visits = visits.filter(patient=Patient.objects.by_mrn(mrn))
    page = page_after(after, with_record(visits), by=("-date", "-time", "-id"))
    records = ClinicalRecord.objects.select_related("visit__patient", "visit__provider", "room")
    found = {record.visit_id: record for record in records.filter(visit_id__in=[visit.pk for visit in page])}
    return Page([found[visit.pk] for visit in page if visit.pk in found], page.following, page.is_first)


def with_record(visits):
    """The visits that have a record. Joined, the servers would sort every record there is before showing a page."""
    record = ClinicalRecord.objects.filter(visit=OuterRef("pk")).values("pk")[:1]
    return visits.annotate(record_id=Subquery(record)).filter(record_id__isnull=False)
