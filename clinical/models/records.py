"""What was found and decided at a visit."""

from django.db import models

from clinical.models.history import Recorded
from emr_site.versions import Versioned
from reception.models import Room, Visit


class ClinicalRecordQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_colleague else self.filter(visit__patient__user_id=user.pk)


class ClinicalRecord(Recorded, Versioned, models.Model):
    """The clinical record of one visit; a row of ClinicalCare."""

    PARTS = (
        ("Signs and symptoms", "signs_and_symptoms"),
        ("Diagnosis", "discharge_diagnosis"),
        ("Prescriptions", "prescriptions"),
        ("Tests and procedures", "tests_and_procedures"),
        ("Notes", "notes"),
    )

    id = models.BigAutoField(primary_key=True, db_column="clinical_id")
    visit = models.OneToOneField(Visit, models.RESTRICT, related_name="clinical_record")
    room = models.ForeignKey(Room, models.RESTRICT, null=True, blank=True)
    signs_and_symptoms = models.TextField(null=True, blank=True)
    discharge_diagnosis = models.TextField(null=True, blank=True)
    prescriptions = models.TextField(null=True, blank=True)
    tests_and_procedures = models.TextField(null=True, blank=True)
    notes = models.TextField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    version_fields = (
        "room",
        "signs_and_symptoms",
        "discharge_diagnosis",
        "prescriptions",
        "tests_and_procedures",
        "notes",
    )

    objects = ClinicalRecordQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "ClinicalCare"
        permissions = [("view_chart", "Can open a patient's chart")]

    def __str__(self):
        return f"Clinical record {self.pk}"

    @property
    def texts(self):
        """(label, text) of each part that says something, in the order in which a record is read."""
        return self.texts_among(vars(self))

    @classmethod
    def texts_among(cls, columns):
        """The same of a row by its columns."""
        return [(label, columns[column]) for label, column in cls.PARTS if columns[column]]
