"""What a patient suffers from, has suffered from, or lives with."""

from django.conf import settings
from django.db import models

from clinical.models.favourites import star_of
from clinical.models.icd10 import Icd10Code
from emr_site.templatetags.emr import MONTH_NAMES, clinical_date
from emr_site.versions import Versioned
from reception.models import Patient, Visit

USER = {"to": settings.AUTH_USER_MODEL, "on_delete": models.RESTRICT, "null": True, "related_name": "+"}


class ProblemQuerySet(models.QuerySet):
    def live(self):
        """Without what was entered in error."""
        return self.filter(voided_at=None)

    def of(self, patient):
        return self.filter(patient=patient)

    def active(self):
        return self.live().filter(status="active")


class Problem(Versioned, models.Model):
    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        INACTIVE = "inactive", "Inactive"
        RESOLVED = "resolved", "Resolved"

    id = models.BigAutoField(primary_key=True, db_column="problem_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="problems")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True, related_name="problems")
    icd10_code = models.ForeignKey(
        Icd10Code, models.RESTRICT, null=True, blank=True, db_column="icd10_code", related_name="problems"
    )
    description = models.CharField(max_length=255)
    onset_on = models.DateField(null=True, blank=True)
    onset_as = models.CharField(max_length=10, null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ACTIVE)
    resolved_on = models.DateField(null=True, blank=True)
    note = models.TextField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(**USER, db_column="recorded_by")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(**USER, db_column="voided_by")
    void_reason = models.CharField(max_length=255, null=True, blank=True)
    live_code = models.GeneratedField(
        expression=models.F("icd10_code"), output_field=models.CharField(max_length=8, null=True), db_persist=True
    )
    live_words = models.GeneratedField(
        expression=models.F("description"), output_field=models.CharField(max_length=255, null=True), db_persist=True
    )

    version_fields = ("description", "onset_as", "status", "note")

    objects = ProblemQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Problem"
        default_permissions = ("add", "change", "view")
        permissions = [("void_problem", "Can void a problem that was entered in error")]

    def __str__(self):
        return self.description

    @property
    def is_coded(self):
        return self.icd10_code_id is not None

    @property
    def onset(self):
        """As much of the day as is known: 2019, Mar-2019 or 14-Mar-2019; None when nobody has said."""
        if not self.onset_as or len(self.onset_as) == 4:
            return self.onset_as
        if len(self.onset_as) == 7:
            return f"{MONTH_NAMES[self.onset_on.month - 1][:3]}-{self.onset_on.year}"
        return clinical_date(self.onset_on)


class VisitDiagnosisQuerySet(models.QuerySet):
    def live(self):
        return self.filter(removed_at=None)

    def starred_by(self, user):
        """Which favourite of this person each is, if it is one; without a code it is none."""
        return self.annotate(favourite_id=star_of(user, icd10_code=models.OuterRef("problem__icd10_code")))


class VisitDiagnosis(models.Model):
    """A problem that a visit was about."""

    id = models.BigAutoField(primary_key=True, db_column="visit_diagnosis_id")
    visit = models.ForeignKey(Visit, models.RESTRICT, related_name="diagnoses")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    problem = models.ForeignKey(Problem, models.RESTRICT, related_name="diagnoses")
    rank = models.SmallIntegerField(db_column="diagnosis_rank", help_text="1 is the principal diagnosis.")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(**USER, db_column="recorded_by")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(**USER, db_column="removed_by")
    live_rank = models.GeneratedField(
        expression=models.F("rank"), output_field=models.SmallIntegerField(null=True), db_persist=True
    )
    live_problem_id = models.GeneratedField(
        expression=models.F("problem"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    objects = VisitDiagnosisQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "VisitDiagnosis"
        default_permissions = ("add", "view")
        permissions = [("remove_visitdiagnosis", "Can remove a diagnosis from a visit")]

    def __str__(self):
        return f"{self.rank}. {self.problem}"

    @property
    def is_principal(self):
        return self.rank == 1
