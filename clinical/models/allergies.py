"""What does a patient harm, and the answers of those who know of nothing."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from emr_site.versions import Versioned
from reception.models import Patient, Visit


def by_user(column):
    """Who did it: a column that names a user, or nobody."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, blank=True, db_column=column, related_name="+"
    )


class AllergyQuerySet(models.QuerySet):
    def live(self):
        """True today, as far as anybody knows; one that is refuted is among them."""
        return self.filter(voided_at=None, ended_at=None)

    def warning(self):
        """Those to warn of."""
        return self.live().exclude(certainty=Allergy.Certainty.REFUTED)


class Allergy(Versioned, models.Model):
    """A substance, or a class of them; ended when no longer true, voided when it never was."""

    class Kind(models.TextChoices):
        SUBSTANCE = "substance", "One substance"
        CLASS = "class", "A class of substances"

    class Category(models.TextChoices):
        MEDICINE = "medicine", "Medicine"
        FOOD = "food", "Food"
        ENVIRONMENT = "environment", "Environment"
        OTHER = "other", "Other"

    class Severity(models.TextChoices):
        MILD = "mild", "Mild"
        MODERATE = "moderate", "Moderate"
        SEVERE = "severe", "Severe"

    class Certainty(models.TextChoices):
        CONFIRMED = "confirmed", "Confirmed"
        SUSPECTED = "suspected", "Suspected"
        REFUTED = "refuted", "Refuted"

    id = models.BigAutoField(primary_key=True, db_column="allergy_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="allergies")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True, related_name="allergies")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SUBSTANCE)
    category = models.CharField(max_length=12, choices=Category.choices, default=Category.MEDICINE)
    substance = models.CharField(max_length=150)
    code = models.CharField(max_length=30, null=True, blank=True)
    code_system = models.CharField(max_length=60, null=True, blank=True)
    reaction = models.CharField(max_length=255, null=True, blank=True)
    severity = models.CharField(max_length=10, choices=Severity.choices, null=True, blank=True)
    certainty = models.CharField(max_length=10, choices=Certainty.choices, default=Certainty.CONFIRMED)
    onset = models.CharField(max_length=60, null=True, blank=True)
    note = models.TextField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = by_user("verified_by")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = by_user("ended_by")
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = by_user("recorded_by")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = by_user("voided_by")
    void_reason = models.CharField(max_length=255, null=True, blank=True)
    live_substance = models.GeneratedField(
        expression=models.F("substance"), output_field=models.CharField(max_length=150, null=True), db_persist=True
    )

    version_fields = ("kind", "category", "substance", "reaction", "severity", "certainty", "onset", "note")

    objects = AllergyQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Allergy"
        permissions = [("void_allergy", "Can mark an allergy as entered in error")]

    def __str__(self):
        return self.substance


class AllergyStatement(models.Model):
    """One answer that names no allergy; it never changes, and the latest stands."""

    class Answer(models.TextChoices):
        NONE_KNOWN = "none_known", "No known allergies"
        NOT_ASKED = "not_asked", "Not asked"
        UNABLE_TO_ANSWER = "unable_to_answer", "Unable to answer"

    id = models.BigAutoField(primary_key=True, db_column="allergy_statement_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="allergy_statements")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True, related_name="allergy_statements")
    answer = models.CharField(max_length=20, choices=Answer.choices)
    stated_at = models.DateTimeField(default=timezone.now)
    stated_by = by_user("stated_by")

    class Meta:
        managed = False
        db_table = "AllergyStatement"
        default_permissions = ()

    def __str__(self):
        return self.get_answer_display()
