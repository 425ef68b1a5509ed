"""What report readers see of the bills: a read-only model for each view of sql/billing/views."""

from django.db import models


class BillingSummary(models.Model):
    billing_id = models.BigIntegerField(primary_key=True)
    patient_name = models.CharField(max_length=201)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    insurance_claim_status = models.CharField(max_length=9)
    patient_id = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "View_Billing_Summary"
        default_permissions = ("view",)


class BillingAnalysis(models.Model):
    patient_id = models.BigIntegerField(primary_key=True)
    patient_name = models.CharField(max_length=201)
    visits = models.BigIntegerField()
    bills = models.BigIntegerField()
    total_amount = models.DecimalField(max_digits=32, decimal_places=2)
    average_amount = models.DecimalField(max_digits=32, decimal_places=2)
    highest_amount = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        managed = False
        db_table = "Report_Billing_Analysis"
        default_permissions = ("view",)
