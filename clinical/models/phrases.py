"""What need not be typed: how the note of a kind of visit begins, and what a short word stands for."""

from django.conf import settings
from django.db import models

from reception.models import AppointmentType


class NoteTemplateQuerySet(models.QuerySet):
    def offered_for(self, appointment_type_id):
        """Those of this kind of visit first, then those of any."""
        mine = models.Q(appointment_type_id=appointment_type_id) | models.Q(appointment_type=None)
        return self.filter(mine, retired_at=None).order_by(models.F("appointment_type").desc(nulls_last=True), "title")


class NoteTemplate(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="note_template_id")
    title = models.CharField(max_length=100, unique=True)
    appointment_type = models.ForeignKey(
        AppointmentType, models.RESTRICT, null=True, blank=True, help_text="Empty: offered at every visit."
    )
    subjective = models.TextField(null=True, blank=True)
    objective = models.TextField(null=True, blank=True)
    assessment = models.TextField(null=True, blank=True)
    plan = models.TextField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = NoteTemplateQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "NoteTemplate"
        ordering = ["title"]

    def __str__(self):
        return self.title


class PhraseQuerySet(models.QuerySet):
    def known_to(self, user):
        """{word: text}: the clinic's, and the person's own, which goes first."""
        found = self.filter(models.Q(user=None) | models.Q(user=user)).order_by("owner_key")
        return dict(found.values_list("abbreviation", "body"))


class Phrase(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="phrase_id")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the whole clinic's.",
    )
    abbreviation = models.CharField(max_length=20, help_text="Typed after a full stop: htn is written .htn")
    body = models.TextField("text")
    owner_key = models.GeneratedField(
        expression=models.F("user"), output_field=models.BigIntegerField(), db_persist=True
    )

    objects = PhraseQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Phrase"
        ordering = ["abbreviation", "id"]

    def __str__(self):
        return f".{self.abbreviation}"
