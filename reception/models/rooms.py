"""The rooms of the practice."""

from django.db import models


class Room(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="room_id")
    room_number = models.IntegerField()
    room_date = models.DateField(null=True, blank=True, help_text="Since when the department manages the room.")
    managing_department = models.CharField(max_length=50, null=True, blank=True)
    room_services = models.TextField(null=True, blank=True)

    class Meta:
        managed = False
        db_table = "Room"
        ordering = ["room_number", "id"]

    def __str__(self):
        return f"Room {self.room_number}"
