"""Those who see patients."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Concat, Trim


class ProviderQuerySet(models.QuerySet):
    def active(self):
        return self.filter(deactivated_at=None)


class Provider(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="provider_id")
    prefix = models.CharField(max_length=20, blank=True, default="", help_text="As in “Dr.”")
    family_name = models.CharField(max_length=100)
    given_name = models.CharField(max_length=100, blank=True, default="")
    name = models.GeneratedField(
        expression=Trim(Concat("prefix", models.Value(" "), "given_name", models.Value(" "), "family_name")),
        output_field=models.CharField(max_length=222),
        db_persist=True,
    )
    specialization = models.CharField(max_length=100, null=True, blank=True)
    department = models.CharField(max_length=100, null=True, blank=True)
    contact = models.CharField(max_length=100, null=True, blank=True)
    deactivated_at = models.DateTimeField(
        null=True, blank=True, help_text="Set when the provider leaves; the history stays."
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, blank=True, verbose_name="sign-in"
    )

    objects = ProviderQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Provider"
        ordering = ["family_name", "given_name", "id"]

    def __str__(self):
        return " ".join(part for part in (self.prefix, self.given_name, self.family_name) if part)
