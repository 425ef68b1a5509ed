"""The diagnoses of ICD-10-CM, and the words by which people find them."""

from django.db import models


class Icd10Code(models.Model):
    """One diagnosis or heading; filled by `manage.py load_icd10`."""

    code = models.CharField(primary_key=True, max_length=8, db_column="icd10_code")
    title = models.CharField(max_length=255)
    is_billable = models.BooleanField()
    search_text = models.TextField()
    search_rank = models.IntegerField()

    class Meta:
        managed = False
        db_table = "Icd10Code"
        default_permissions = ()

    def __str__(self):
        return f"{self.code} {self.title}"


class Icd10Word(models.Model):
    """A word of a code that a claim takes, in small letters."""

    id = models.BigAutoField(primary_key=True, db_column="icd10_word_id")
    word = models.CharField(max_length=40)
    code = models.ForeignKey(Icd10Code, models.RESTRICT, db_column="icd10_code", related_name="words")
    search_rank = models.IntegerField()

    class Meta:
        managed = False
        db_table = "Icd10Word"
        default_permissions = ()

    def __str__(self):
        return self.word


class Icd10Term(models.Model):
    """What people write or say for a diagnosis: dm2, heart attack."""

    id = models.BigAutoField(primary_key=True, db_column="icd10_term_id")
    term = models.CharField(max_length=60, unique=True, help_text="As it is typed in a search: dm2, heart attack.")
    means = models.CharField(
        max_length=150,
        help_text="In the words of ICD-10-CM: type 2 diabetes mellitus. The code that is meant first may stand before"
        " them: I50.9 heart failure.",
    )

    class Meta:
        managed = False
        db_table = "Icd10Term"
        verbose_name = "word for a diagnosis"
        verbose_name_plural = "words for diagnoses"

    def __str__(self):
        return self.term
