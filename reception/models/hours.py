"""When providers work: their usual week, its exceptions, and the days on which the practice is closed."""

from datetime import time

from django.db import models
from django.db.models.functions import Coalesce

from reception.models.places import Place, Room
from reception.models.providers import Provider


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
    place = models.ForeignKey(Place, models.RESTRICT, null=True, blank=True)
    room = models.ForeignKey(Room, models.RESTRICT, null=True, blank=True)

    class Meta:
        managed = False
        db_table = "ProviderHours"
        ordering = ["provider", "weekday", "starts"]
        verbose_name_plural = "provider hours"

    def __str__(self):
        return f"{self.get_weekday_display()} {self.starts:%H:%M} to {self.ends:%H:%M}"


class ProviderExceptionQuerySet(models.QuerySet):
    def on(self, date):
        return self.filter(first_day__lte=date, last_day__gte=date)


class ProviderException(models.Model):
    """A change to the usual week: away for days or hours, or in at hours that are not usual."""

    class Kind(models.TextChoices):
        AWAY = "away", "Away"
        IN = "in", "In at other hours"

    id = models.BigAutoField(primary_key=True, db_column="provider_exception_id")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="exceptions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.AWAY)
    first_day = models.DateField()
    last_day = models.DateField()
    starts = models.TimeField(null=True, blank=True, help_text="Left empty, the whole day.")
    ends = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=100, null=True, blank=True, help_text="Shown on the board.")
    place = models.ForeignKey(Place, models.RESTRICT, null=True, blank=True)
    room = models.ForeignKey(Room, models.RESTRICT, null=True, blank=True)
    from_time = models.GeneratedField(
        expression=Coalesce("starts", models.Value(time())), output_field=models.TimeField(), db_persist=True
    )

    objects = ProviderExceptionQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "ProviderException"
        ordering = ["first_day", "starts", "id"]
        permissions = [("record_absence", "Can write down that a provider is away")]

    def __str__(self):
        return f"{self.get_kind_display()} from {self.first_day:%d-%b-%Y} to {self.last_day:%d-%b-%Y}"


class Holiday(models.Model):
    """A day on which the practice, or one of its places, is closed."""

    id = models.BigAutoField(primary_key=True, db_column="holiday_id")
    date = models.DateField()
    name = models.CharField(max_length=100)
    place = models.ForeignKey(
        Place, models.RESTRICT, null=True, blank=True, help_text="Left empty, the whole practice is closed."
    )
    whose_day = models.GeneratedField(
        expression=Coalesce("place", 0), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    class Meta:
        managed = False
        db_table = "Holiday"
        ordering = ["date", "id"]

    def __str__(self):
        return f"{self.name}, {self.date:%d-%b-%Y}"
