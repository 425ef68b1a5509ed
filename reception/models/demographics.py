"""What belongs to a patient's person: further phones, contacts, a picture."""

from django.db import models

from emr_site.versions import Versioned
from reception.models.patients import Patient, PhoneKind
from reception.phones import phone


class PatientPhone(Versioned, models.Model):
    id = models.BigAutoField(primary_key=True, db_column="patient_phone_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="phones")
    number = models.CharField(max_length=30, validators=[phone])
    digits = models.GeneratedField(
        expression=models.F("number"), output_field=models.CharField(max_length=30, null=True), db_persist=True
    )
    digits_reversed = models.GeneratedField(
        expression=models.F("number"), output_field=models.CharField(max_length=30, null=True), db_persist=True
    )
    kind = models.CharField(max_length=10, choices=PhoneKind.choices, default=PhoneKind.MOBILE)
    for_reminders = models.BooleanField("reminders go here", default=False)
    reminder_patient = models.GeneratedField(
        expression=models.F("patient"), output_field=models.BigIntegerField(null=True), db_persist=True
    )
    note = models.CharField(max_length=100, null=True, blank=True)

    version_fields = ("number", "kind", "for_reminders", "note")

    class Meta:
        managed = False
        db_table = "PatientPhone"
        ordering = ["id"]
        verbose_name = "further phone"

    def __str__(self):
        return self.number


class PatientContact(Versioned, models.Model):
    class Relation(models.TextChoices):
        SPOUSE = "spouse", "Husband or wife"
        PARTNER = "partner", "Partner"
        PARENT = "parent", "Parent"
        CHILD = "child", "Child"
        SIBLING = "sibling", "Brother or sister"
        GRANDPARENT = "grandparent", "Grandparent"
        GRANDCHILD = "grandchild", "Grandchild"
        GUARDIAN = "guardian", "Guardian"
        CARER = "carer", "Carer"
        FRIEND = "friend", "Friend"
        NEIGHBOUR = "neighbour", "Neighbour"
        OTHER = "other", "Other"

    id = models.BigAutoField(primary_key=True, db_column="patient_contact_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="contacts")
    name = models.CharField(max_length=201)
    relation = models.CharField(max_length=30, choices=Relation.choices)
    phone = models.CharField(max_length=30, null=True, blank=True, validators=[phone])
    is_next_of_kin = models.BooleanField("next of kin", default=False)
    is_emergency = models.BooleanField("call in an emergency", default=False)
    position = models.SmallIntegerField("order of calling", default=1)

    version_fields = ("name", "relation", "phone", "is_next_of_kin", "is_emergency", "position")

    class Meta:
        managed = False
        db_table = "PatientContact"
        ordering = ["position", "id"]
        verbose_name = "contact"

    def __str__(self):
        return self.name


class PatientPhoto(models.Model):
    """A small JPEG, without what a camera writes into it."""

    id = models.BigAutoField(primary_key=True, db_column="patient_photo_id")
    patient = models.OneToOneField(Patient, models.RESTRICT, related_name="photo")
    image = models.BinaryField()
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "PatientPhoto"
