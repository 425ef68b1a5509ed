"""A patient's insurances, and the order in which they are asked."""

from django.db import transaction

from emr_site import db
from emr_site.versions import hold, write_changed
from reception.duplicates import note_likely_of
from reception.models import Insurance, Patient
from reception.models.insurances import order_version


def add_insurance(patient_id, **columns):
    """Add an insurance, which is asked after those that are there; note who else has its number. Return its id."""
    with transaction.atomic():
        patient = Patient.objects.select_for_update().get(pk=patient_id)
        insurance_id = Insurance.objects.create(patient=patient, **columns).pk
        note_likely_of(patient_id)
        return insurance_id


def update_insurance(insurance_id, *, seen, **columns):
    """Correct an insurance; one that ends leaves its place to those behind it."""
    with transaction.atomic():
        row = hold(Insurance, insurance_id, seen=seen, gone="insurance_not_found")
        write_changed(row, **columns)
        close_gaps(row.patient_id)
        note_likely_of(row.patient_id)


def close_gaps(patient_id):
    asked = Insurance.objects.filter(patient_id=patient_id).exclude(priority=None).order_by("priority")
    for place, row in enumerate(asked, start=1):
        write_changed(row, priority=place)


def order_insurances(patient, *, seen, places):
    """Say which insurance is asked first, second and third: {id: place or None}. All change, or none.

    Raises ProcedureRefused("insurance_order_changed") when the list is no longer as it was `seen`.
    """
    with transaction.atomic():
        rows = list(Insurance.objects.select_for_update().filter(patient=patient).order_by("pk"))
        if order_version(rows) != seen:
            raise db.ProcedureRefused("insurance_order_changed")
        moved = [row for row in rows if row.priority != places.get(row.pk)]
        Insurance.objects.filter(pk__in=[row.pk for row in moved]).update(priority=None)
        for row in moved:
            if places.get(row.pk):
                Insurance.objects.filter(pk=row.pk).update(priority=places[row.pk])
