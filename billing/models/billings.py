"""What a visit costs, and how far the insurer's claim has come."""

from django.db import models

from reception.models import Patient, Visit


class BillingQuerySet(models.QuerySet):
    def sums(self):
        """What was billed in all, and of it what is open (no decision yet), approved and rejected; None for no bill."""
        status = Billing.ClaimStatus
        open_claims = models.Q(insurance_claim_status__in=[status.PENDING, status.PROCESSED])
        return self.aggregate(
            bills=models.Count("pk"),
            billed=models.Sum("amount"),
            open=models.Sum("amount", filter=open_claims),
            approved=models.Sum("amount", filter=models.Q(insurance_claim_status=status.APPROVED)),
            rejected=models.Sum("amount", filter=models.Q(insurance_claim_status=status.REJECTED)),
        )

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(patient__user_id=user.pk)


class Billing(models.Model):
    class ClaimStatus(models.TextChoices):
        PENDING = "Pending", "Pending"
        PROCESSED = "Processed", "Processed"
        APPROVED = "Approved", "Approved"
        REJECTED = "Rejected", "Rejected"

    class PaymentType(models.TextChoices):
        DEBIT = "Debit", "Debit"
        CREDIT = "Credit", "Credit"
        CASH = "Cash", "Cash"

    id = models.BigAutoField(primary_key=True, db_column="billing_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="billings")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True, related_name="billings")
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    billing_date = models.DateField(null=True, blank=True)
    payment_type = models.CharField(max_length=6, choices=PaymentType.choices, null=True, blank=True)
    insurance_claim_status = models.CharField(max_length=9, choices=ClaimStatus.choices, default=ClaimStatus.PENDING)

    objects = BillingQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Billing"
        verbose_name_plural = "billing"
        permissions = [("view_balance", "Can see the sums of a patient's bills")]

    def __str__(self):
        return f"Bill {self.pk}"
