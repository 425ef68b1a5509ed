"""Where the practice sees patients: its places and the rooms in them."""

from django.db import models


class PlaceQuerySet(models.QuerySet):
    def active(self):
        return self.filter(deactivated_at=None)


class Place(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="place_id")
    name = models.CharField(max_length=100, unique=True)
    address = models.CharField(max_length=255, null=True, blank=True)
    phone = models.CharField(max_length=30, null=True, blank=True)
    deactivated_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Place"
        ordering = ["name"]

    def __str__(self):
        return self.name


class RoomKind(models.TextChoices):
    CONSULTING = "consulting", "Consulting room"
    TREATMENT = "treatment", "Treatment room"
    PROCEDURE = "procedure", "Procedure room"


class Room(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="room_id")
    room_number = models.IntegerField()
    room_date = models.DateField(null=True, blank=True, help_text="Since when the department manages the room.")
    managing_department = models.CharField(max_length=50, null=True, blank=True)
    room_services = models.TextField(null=True, blank=True)
    place = models.ForeignKey(Place, models.RESTRICT, null=True, blank=True, related_name="rooms")
    room_kind = models.CharField(max_length=20, choices=RoomKind.choices, null=True, blank=True)

    class Meta:
        managed = False
        db_table = "Room"
        ordering = ["room_number", "id"]

    def __str__(self):
        return f"Room {self.room_number}"
