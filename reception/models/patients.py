"""The people the practice cares for."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Concat, Trim

from emr_site.versions import Versioned
from reception.countries import COUNTRIES
from reception.languages import language_name
from reception.phones import phone


class PhoneKind(models.TextChoices):
    MOBILE = "mobile", "Mobile"
    HOME = "home", "Home"
    WORK = "work", "Work"
    OTHER = "other", "Other"


class PatientQuerySet(models.QuerySet):
    def by_mrn(self, number):
        """The record that a medical record number stands for today, also when its own was merged; None without any."""
        found = self.filter(mrn="".join(number.split())).first()
        while found and found.merged_into_id:
            found = found.merged_into
        return found

    def active(self):
        return self.filter(deactivated_at=None)

    def with_photo(self):
        """Whether there is a picture is known at once; the picture itself travels by itself."""
        return self.select_related("photo").defer("photo__image")

    def visible_to(self, user):
        """Everyone for those who work here, oneself for a patient, nobody for anybody else."""
        return self if user.is_colleague else self.filter(user_id=user.pk)


class Patient(Versioned, models.Model):
    class Sex(models.TextChoices):
        FEMALE = "female", "Female"
        MALE = "male", "Male"
        OTHER = "other", "Other"
        UNKNOWN = "unknown", "Not recorded"

    UNKNOWN = "Unknown"  # the family name of somebody not yet identified; RuleUpdatePatient knows it too

    id = models.BigAutoField(primary_key=True, db_column="patient_id")
    mrn = models.CharField("medical record number", max_length=12, unique=True, blank=True, editable=False)
    family_name = models.CharField(max_length=100)
    given_name = models.CharField(max_length=100, blank=True, default="")
    middle_name = models.CharField("middle names", max_length=100, blank=True, default="")
    suffix = models.CharField(max_length=20, blank=True, default="")
    preferred_name = models.CharField(max_length=100, null=True, blank=True)
    name = models.GeneratedField(
        expression=Trim(Concat("given_name", models.Value(" "), "family_name")),
        output_field=models.CharField(max_length=201),
        db_persist=True,
    )
    date_of_birth = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, choices=Sex.choices, default=Sex.UNKNOWN)
    gender = models.CharField(max_length=50, null=True, blank=True)
    pronouns = models.CharField(max_length=50, null=True, blank=True)
    language = models.CharField(max_length=35, null=True, blank=True)
    interpreter_needed = models.BooleanField(default=False)
    phone_number = models.CharField(max_length=30, null=True, blank=True, validators=[phone])
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
    phone_kind = models.CharField("kind of phone", max_length=10, choices=PhoneKind.choices, null=True, blank=True)
    email = models.EmailField(null=True, blank=True)
    emergency_contact = models.CharField(max_length=100, null=True, blank=True)
    emergency_phone = models.CharField(max_length=30, null=True, blank=True, validators=[phone])
    address = models.CharField(max_length=255, null=True, blank=True)
    city = models.CharField(max_length=100, null=True, blank=True)
    region = models.CharField(max_length=100, null=True, blank=True)
    postal_code = models.CharField(max_length=20, null=True, blank=True)
    country_code = models.CharField("country", max_length=2, null=True, blank=True)
    unknown_since = models.DateTimeField(null=True, blank=True, editable=False)
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
    merged_into = models.ForeignKey("self", models.RESTRICT, null=True, editable=False, related_name="merged_records")
    last_seen_on = models.DateField(null=True, editable=False)
    seen_order = models.GeneratedField(
        expression=models.F("last_seen_on"), output_field=models.IntegerField(null=True), db_persist=True
    )
    family_sound = models.GeneratedField(
        expression=models.F("family_name"), output_field=models.CharField(max_length=3, null=True), db_persist=True
    )
    given_sound = models.GeneratedField(
        expression=models.F("given_name"), output_field=models.CharField(max_length=3, null=True), db_persist=True
    )

    version_fields = (
        "given_name", "middle_name", "family_name", "suffix", "preferred_name", "date_of_birth", "sex", "gender",
        "pronouns", "phone_number", "phone_kind", "email", "address", "city", "region", "postal_code", "country_code",
        "language", "interpreter_needed", "emergency_contact", "emergency_phone", "deceased_on",
    )  # fmt: skip

    objects = PatientQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Patient"
        ordering = ["family_name", "given_name", "id"]
        permissions = [
            ("find_patient", "Can search for patients"),
            ("open_any_record", "Can open the record of a patient who is not of today"),
            ("view_my_information", "Can see one's own information"),
        ]

    def __str__(self):
        return f"{self.family_name.upper()}, {self.given_name}".rstrip(", ")

    @property
    def full_name(self):
        """Given, middle and family name, and the suffix: Ann Mary Hale, Jr."""
        name = " ".join(part for part in (self.given_name, self.middle_name, self.family_name) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def reminder_phone(self):
        """The number that reminders go to: the further phone marked for them, else the main one; None without any."""
        marked = next((phone.number for phone in self.phones.all() if phone.for_reminders), None)
        return marked or self.phone_number

    @property
    def language_name(self):
        return language_name(self.language)

    @property
    def country_name(self):
        return COUNTRIES.get(self.country_code, self.country_code)

    @property
    def emergency_lines(self):
        """Whom to call in an emergency, and where."""
        return [line for line in (self.emergency_contact, self.emergency_phone) if line]

    @property
    def address_lines(self):
        """The address as it stands on an envelope, without the name."""
        town = " ".join(part for part in (self.city, self.region, self.postal_code) if part)
        return [line for line in (self.address, town, self.country_name) if line]
