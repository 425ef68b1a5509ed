"""Who pays for a patient's care."""

from django.db import models
from django.db.models import F
from django.utils import timezone

from emr_site.versions import Versioned, fingerprint
from reception.models.patients import Patient

PLACES = {1: "First", 2: "Second", 3: "Third"}


class InsuranceQuerySet(models.QuerySet):
    def in_order(self):
        """Those that are asked, in order, and then the others, the latest first."""
        return self.order_by(F("priority").asc(nulls_last=True), "-starts_on", "-id")


class Insurance(Versioned, models.Model):
    class Relation(models.TextChoices):
        SELF = "self", "The patient"
        SPOUSE = "spouse", "Husband or wife"
        PARENT = "parent", "Parent"
        CHILD = "child", "Child"
        OTHER = "other", "Somebody else"

    id = models.BigAutoField(primary_key=True, db_column="insurance_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="insurances")
    insurance_details = models.CharField(max_length=255)
    member_number = models.CharField(max_length=50, null=True, blank=True)
    member_key = models.GeneratedField(
        expression=models.F("member_number"), output_field=models.CharField(max_length=50, null=True), db_persist=True
    )
    group_number = models.CharField(max_length=50, null=True, blank=True)
    holder_relation = models.CharField(
        "whose insurance it is", max_length=10, choices=Relation.choices, default=Relation.SELF
    )
    holder_name = models.CharField(max_length=201, null=True, blank=True)
    holder_birth_date = models.DateField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    priority = models.SmallIntegerField(null=True, blank=True, editable=False)

    version_fields = (
        "insurance_details", "member_number", "group_number", "holder_relation", "holder_name", "holder_birth_date",
        "starts_on", "ends_on",
    )  # fmt: skip

    objects = InsuranceQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Insurance"

    def __str__(self):
        return self.insurance_details

    @property
    def has_ended(self):
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def place(self):
        """When it is asked to pay: First, Second, Third; Ended; or that it is not."""
        if self.has_ended:
            return "Ended"
        return PLACES.get(self.priority, "Not asked")


def order_version(insurances):
    """What an order of insurances was filled from."""
    return fingerprint([(each.pk, each.priority) for each in sorted(insurances, key=lambda each: each.pk)])
