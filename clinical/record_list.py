"""All clinical records, newest visit first, however many there are."""

from django.db.models import OuterRef, Subquery

from clinical.models import ClinicalRecord
from emr_site.keyset import Page, page_after
from reception.models import Patient, Visit

# More people of one name than this are not looked through: the name has to be typed further.
PATIENTS = 200


class TooManyNames(Exception):
    """More patients than PATIENTS have a name that begins so."""


def page_of_records(filters, *, after=None):
    """A page of clinical records with visit, patient, provider and room; `filters` is a valid RecordFilters.

    Raises TooManyNames.
    """
    visits = Visit.objects.filter(**filters.days("date"))
    if provider := filters.cleaned_data["provider"]:
        visits = visits.filter(provider=provider)
    if name := filters.cleaned_data["name"]:
        visits = visits.filter(patient_id__in=patients_of_name(name))
    page = page_after(after, with_record(visits), by=("-date", "-time", "-id"))
    records = ClinicalRecord.objects.select_related("visit__patient", "visit__provider", "room")
    found = {record.visit_id: record for record in records.filter(visit_id__in=[visit.pk for visit in page])}
    return Page([found[visit.pk] for visit in page if visit.pk in found], page.following, page.is_first)


def with_record(visits):
    """The visits that have a record. Joined, the servers would sort every record there is before showing a page."""
    record = ClinicalRecord.objects.filter(visit=OuterRef("pk")).values("pk")[:1]
    return visits.annotate(record_id=Subquery(record)).filter(record_id__isnull=False)


def patients_of_name(name):
    """The ids of those whose name begins so: "sm", "smith, a"."""
    family, _, given = (part.strip() for part in name.partition(","))
    patients = Patient.objects.filter(family_name__istartswith=family, given_name__istartswith=given)
    found = list(patients.order_by("family_name", "given_name", "id").values_list("pk", flat=True)[: PATIENTS + 1])
    if len(found) > PATIENTS:
        raise TooManyNames(name)
    return found
