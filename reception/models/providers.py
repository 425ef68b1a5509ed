"""Those who see patients, and their usual week."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Concat, Trim

from reception.models.rooms import Room


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


class ProviderHours(models.Model):
    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"
        SATURDAY = 5, "Saturday"
        SUNDAY = 6, "Sunday"

    id = models.BigAutoField(primary_key=True, db_column="provider_hours_id")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="hours")
    weekday = models.SmallIntegerField(choices=Weekday.choices)
    starts = models.TimeField()
    ends = models.TimeField()
    room = models.ForeignKey(Room, models.RESTRICT, null=True, blank=True)

    class Meta:
        managed = False
        db_table = "ProviderHours"
        ordering = ["provider", "weekday", "starts"]
        verbose_name_plural = "provider hours"

    def __str__(self):
        return f"{self.get_weekday_display()} {self.starts:%H:%M} to {self.ends:%H:%M}"
