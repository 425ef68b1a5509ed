"""What patients are asked to agree to, and what they answered."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.patients import Patient


class ConsentFormQuerySet(models.QuerySet):
    def live(self):
        """Those that are asked today: one version of each."""
        return self.filter(retired_at=None, starts_on__lte=timezone.localdate())


class ConsentForm(models.Model):
    """One version of a text; a new wording is a new version, and the old one is retired."""

    id = models.BigAutoField(primary_key=True, db_column="consent_form_id")
    code = models.CharField(max_length=30, help_text="The same for all versions of one text: privacy, treatment.")
    title = models.CharField(max_length=150)
    version = models.CharField(max_length=20)
    body = models.TextField("text")
    is_required = models.BooleanField("asked of every patient", default=True)
    starts_on = models.DateField()
    retired_at = models.DateTimeField(null=True, blank=True)
    live_code = models.GeneratedField(
        expression=models.F("code"), output_field=models.CharField(max_length=30, null=True), db_persist=True
    )

    objects = ConsentFormQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "ConsentForm"
        ordering = ["title", "id"]

    def __str__(self):
        return f"{self.title}, version {self.version}"


class ConsentQuerySet(models.QuerySet):
    def live(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """An answer to one version; it is withdrawn once and never changed."""

    class Decision(models.TextChoices):
        AGREED = "agreed", "Agreed"
        REFUSED = "refused", "Refused"

    class Relation(models.TextChoices):
        SELF = "self", "The patient"
        PARENT = "parent", "A parent"
        GUARDIAN = "guardian", "A guardian"
        PROXY = "proxy", "A person with power of attorney"

    class Method(models.TextChoices):
        PAPER = "paper", "On paper"
        SCREEN = "screen", "On a screen"
        SPOKEN = "spoken", "Spoken"

    id = models.BigAutoField(primary_key=True, db_column="consent_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="consents")
    consent_form = models.ForeignKey(ConsentForm, models.RESTRICT, related_name="consents")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    signed_at = models.DateTimeField()
    signed_by_name = models.CharField(max_length=201)
    signed_by_relation = models.CharField(max_length=20, choices=Relation.choices, default=Relation.SELF)
    method = models.CharField(max_length=10, choices=Method.choices, default=Method.PAPER)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, db_column="recorded_by", related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, blank=True, db_column="withdrawn_by", related_name="+"
    )
    withdrawal_reason = models.CharField(max_length=255, null=True, blank=True)
    live_form_id = models.GeneratedField(
        expression=models.F("consent_form"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Consent"

    def __str__(self):
        return f"{self.get_decision_display()} {self.signed_at:%d-%b-%Y}"
