"""What a clinician has marked with a star, to be offered first."""

from django.conf import settings
from django.db import models
from django.db.models.functions import SHA256, Coalesce, Lower, RTrim

from clinical.models.icd10 import Icd10Code

NOTHING = models.Value("")


class FavouriteQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)


class Favourite(models.Model):
    """A preference and no clinical fact: taken back, it is gone."""

    class Kind(models.TextChoices):
        MEDICINE = "medicine", "Medicine"
        TEST = "test", "Test"
        DIAGNOSIS = "diagnosis", "Diagnosis"

    id = models.BigAutoField(primary_key=True, db_column="favourite_id")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    medication = models.CharField(max_length=255, null=True)
    dosage = models.CharField(max_length=100, null=True)
    instructions = models.TextField(null=True)
    test_type = models.CharField(max_length=255, null=True)
    icd10_code = models.ForeignKey(
        Icd10Code, models.RESTRICT, null=True, db_column="icd10_code", related_name="favourites"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    dosage_key = models.GeneratedField(
        expression=Coalesce("dosage", NOTHING), output_field=models.CharField(max_length=100), db_persist=True
    )
    instructions_key = models.GeneratedField(
        expression=models.F("instructions"), output_field=models.CharField(max_length=64), db_persist=True
    )

    objects = FavouriteQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Favourite"
        default_permissions = ()
        permissions = [("keep_favourites", "Can keep favourites of one's own")]

    def __str__(self):
        if self.icd10_code_id:
            return self.icd10_code.title
        return self.test_type or " ".join(filter(None, (self.medication, self.dosage)))

    @property
    def offer(self):
        """What one press orders, as the form of its kind takes it."""
        if self.kind == self.Kind.MEDICINE:
            columns = "medication", "dosage", "instructions"
            return {column: getattr(self, column) or "" for column in columns}
        if self.kind == self.Kind.TEST:
            return {"type": self.test_type}
        return {"code": self.icd10_code_id, "title": self.icd10_code.title}


def star_of(user, **same):
    """For each row of a list: the id of this person's favourite with the same contents, or None."""
    return models.Subquery(Favourite.objects.of(user).filter(**same).values("pk")[:1])


def digest(instructions):
    """Instructions as Favourite.instructions_key has them."""
    return SHA256(Lower(RTrim(Coalesce(instructions, NOTHING, output_field=models.TextField()))))
