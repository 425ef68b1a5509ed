"""Medicines ordered for a patient."""

from django.db import models
from django.db.models.functions import Coalesce

from clinical.models.favourites import NOTHING, digest, star_of
from clinical.models.history import Recorded
from clinical.models.notes import is_signed
from emr_site.versions import Versioned
from reception.models import Patient, Provider, Visit


class PrescriptionQuerySet(models.QuerySet):
    def current(self):
        return self.filter(ended_on=None)

    def ended(self):
        return self.exclude(ended_on=None)

    def of(self, patient):
        return self.filter(patient=patient)

    def newest_first(self):
        return self.order_by("-prescribed_on", "-id")

    def with_lock(self):
        """Whether a signed note names it: from then on it is ended at most."""
        return self.annotate(is_signed=is_signed("visit_id"))

    def starred_by(self, user):
        """Which favourite of this person each is, if it is one."""
        dosage = Coalesce(models.OuterRef("dosage"), NOTHING)
        instructions = digest(models.OuterRef("instructions"))
        medicine = {"medication": models.OuterRef("medication"), "dosage_key": dosage, "instructions_key": instructions}
        return self.annotate(favourite_id=star_of(user, **medicine))

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(patient__user_id=user.pk)


class Prescription(Recorded, Versioned, models.Model):
    id = models.BigAutoField(primary_key=True, db_column="prescription_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="prescriptions")
    visit = models.ForeignKey(Visit, models.RESTRICT, null=True, blank=True)
    provider = models.ForeignKey(Provider, models.RESTRICT, null=True, blank=True)
    medication = models.CharField(max_length=255)
    dosage = models.CharField(max_length=100, null=True, blank=True)
    instructions = models.TextField(null=True, blank=True)
    prescribed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    version_fields = ("medication", "dosage", "instructions", "prescribed_on", "ended_on")

    objects = PrescriptionQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Prescription"
        permissions = [
            ("end_prescription", "Can end a prescription"),
            ("view_my_prescriptions", "Can see one's own prescriptions"),
        ]

    def __str__(self):
        return self.medication
