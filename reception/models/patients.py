"""The people the practice cares for."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Concat, Trim

from emr_site.versions import Versioned


class PatientQuerySet(models.QuerySet):
    def active(self):
        return self.filter(deactivated_at=None)

    def visible_to(self, user):
        """Everyone for those who work here, oneself for a patient, nobody for anybody else."""
        return self if user.is_colleague else self.filter(user_id=user.pk)


class Patient(Versioned, models.Model):
    class Sex(models.TextChoices):
        FEMALE = "female", "Female"
        MALE = "male", "Male"
        OTHER = "other", "Other"
        UNKNOWN = "unknown", "Not recorded"

    id = models.BigAutoField(primary_key=True, db_column="patient_id")
    mrn = models.CharField("medical record number", max_length=12, unique=True, blank=True, editable=False)
    family_name = models.CharField(max_length=100)
    given_name = models.CharField(max_length=100, blank=True, default="")
    preferred_name = models.CharField(max_length=100, null=True, blank=True)
    name = models.GeneratedField(
        expression=Trim(Concat("given_name", models.Value(" "), "family_name")),
        output_field=models.CharField(max_length=201),
        db_persist=True,
    )
    date_of_birth = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, choices=Sex.choices, default=Sex.UNKNOWN)
    gender = models.CharField(max_length=50, null=True, blank=True)
    language = models.CharField(max_length=35, null=True, blank=True)
    phone_number = models.CharField(max_length=30, null=True, blank=True)
    phone_digits = models.GeneratedField(
        expression=models.F("phone_number"),
        output_field=models.CharField(max_length=30, null=True),
        db_persist=True,
    )
    phone_reversed = models.GeneratedField(
        expression=models.F("phone_number"),
        output_field=models.CharField(max_length=30, null=True),
        db_persist=True,
    )
    email = models.EmailField(null=True, blank=True)
    emergency_contact = models.CharField(max_length=100, null=True, blank=True)
    emergency_phone = models.CharField(max_length=30, null=True, blank=True)
    address = models.CharField(max_length=255, null=True, blank=True)
    deceased_on = models.DateField("died on", null=True, blank=True)
    deactivated_at = models.DateTimeField(null=True, blank=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.RESTRICT,
        null=True,
        blank=True,
        verbose_name="sign-in",
        help_text="The account with which the patient sees these pages.",
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    version_fields = (
        "given_name", "family_name", "preferred_name", "date_of_birth", "sex", "gender", "phone_number", "email",
        "address", "emergency_contact", "emergency_phone", "deceased_on",
    )  # fmt: skip

    objects = PatientQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Patient"
        ordering = ["family_name", "given_name", "id"]
        permissions = [
            ("find_patient", "Can search for patients"),
            ("view_my_information", "Can see one's own information"),
        ]

    def __str__(self):
        return f"{self.family_name.upper()}, {self.given_name}".rstrip(", ")
