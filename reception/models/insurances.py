"""Who pays for a patient's care."""

from django.db import models

from emr_site.versions import Versioned
from reception.models.patients import Patient


class Insurance(Versioned, models.Model):
    id = models.BigAutoField(primary_key=True, db_column="insurance_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="insurances")
    insurance_details = models.CharField(max_length=255)
    member_number = models.CharField(max_length=50, null=True, blank=True)
    member_key = models.GeneratedField(
        expression=models.F("member_number"), output_field=models.CharField(max_length=50, null=True), db_persist=True
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    version_fields = ("insurance_details", "member_number", "starts_on", "ends_on")

    class Meta:
        managed = False
        db_table = "Insurance"

    def __str__(self):
        return self.insurance_details
