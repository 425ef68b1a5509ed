"""The note of a visit: its sections, what was carried into it, its signatures and what was added later."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models import Visit


class Section(models.TextChoices):
    """In the order in which a note is read; the intake is the nurse's, the others are SOAP."""

    INTAKE = "intake", "Intake"
    SUBJECTIVE = "subjective", "Subjective"
    OBJECTIVE = "objective", "Objective"
    ASSESSMENT = "assessment", "Assessment"
    PLAN = "plan", "Plan"


class NoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_colleague else self.none()

    def unsigned(self):
        return self.filter(waits_for="author")

    def waiting_for_cosigner(self):
        """Signed by somebody whose signature needs a second one."""
        return self.filter(waits_for="cosigner")


class Note(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="note_id")
    visit = models.OneToOneField(Visit, models.RESTRICT, related_name="note")
    started_at = models.DateTimeField(default=timezone.now)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="started_by"
    )
    # The kind of the signature that is missing; the database keeps it, so that a clinician's day reads no old note.
    waits_for = models.CharField(max_length=10, null=True, default="author", editable=False)

    objects = NoteQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Note"
        permissions = [
            ("sign_note", "Can sign a note"),
            ("sign_note_alone", "Can sign a note that needs no second signature"),
            ("cosign_note", "Can put the second signature under a note"),
            ("book_follow_up", "Can book the next visit from the page of a visit"),
        ]

    def __str__(self):
        return f"Note {self.pk}"


class NoteSection(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="note_section_id")
    note = models.ForeignKey(Note, models.RESTRICT, related_name="sections")
    section = models.CharField(max_length=12, choices=Section.choices)
    body = models.TextField()
    version = models.IntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="saved_by"
    )

    class Meta:
        managed = False
        db_table = "NoteSection"

    def __str__(self):
        return f"{self.get_section_display()} of note {self.note_id}"


class CarriedText(models.Model):
    """Text from the signed note of an earlier visit; nobody signs it who has not read it."""

    id = models.BigAutoField(primary_key=True, db_column="carried_text_id")
    note = models.ForeignKey(Note, models.RESTRICT, related_name="carried")
    section = models.CharField(max_length=12, choices=Section.choices)
    source_note = models.ForeignKey(Note, models.RESTRICT, related_name="+")
    body = models.TextField()
    carried_at = models.DateTimeField(default=timezone.now)
    carried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="carried_by"
    )
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, related_name="+", db_column="read_by"
    )

    class Meta:
        managed = False
        db_table = "CarriedText"

    def __str__(self):
        return f"Text carried into note {self.note_id}"


class NoteSignature(models.Model):
    """Written by the procedures SignNote and CosignNote alone; never changed."""

    class Kind(models.TextChoices):
        AUTHOR = "author", "Signed"
        COSIGNER = "cosigner", "Co-signed"

    id = models.BigAutoField(primary_key=True, db_column="note_signature_id")
    note = models.ForeignKey(Note, models.RESTRICT, related_name="signatures")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, related_name="+", db_column="signed_by")
    signed_by_name = models.CharField(max_length=201)
    signed_by_username = models.CharField(max_length=150)
    signed_by_role = models.CharField(max_length=255)
    needs_cosignature = models.BooleanField(default=False)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        managed = False
        db_table = "NoteSignature"

    def __str__(self):
        return f"{self.get_kind_display()} by {self.signed_by_name}"


def is_signed(visit, **when):
    """Whether the note of a visit, which is named as seen from the outer query, is signed by its author."""
    signatures = NoteSignature.objects.filter(kind=NoteSignature.Kind.AUTHOR, note__visit=models.OuterRef(visit))
    return models.Exists(signatures.filter(**when))


class Addendum(models.Model):
    """Written by the procedure AddAddendum alone; never changed."""

    id = models.BigAutoField(primary_key=True, db_column="addendum_id")
    note = models.ForeignKey(Note, models.RESTRICT, related_name="addenda")
    body = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, related_name="+", db_column="written_by")
    written_by_name = models.CharField(max_length=201)
    written_by_username = models.CharField(max_length=150)
    written_by_role = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)

    class Meta:
        managed = False
        db_table = "Addendum"
        verbose_name_plural = "addenda"

    def __str__(self):
        return f"Addendum to note {self.note_id}"
