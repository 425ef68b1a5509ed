"""Who is in which room."""

from django.db import models

from reception.models.places import Room
from reception.models.visits import Visit


class RoomStay(models.Model):
    """A patient's stay in a room, which is theirs alone until they leave."""

    id = models.BigAutoField(primary_key=True, db_column="room_stay_id")
    room = models.ForeignKey(Room, models.RESTRICT, related_name="stays")
    visit = models.ForeignKey(Visit, models.RESTRICT, related_name="room_stays")
    entered_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)
    held_room_id = models.GeneratedField(
        expression=models.F("room"), output_field=models.BigIntegerField(null=True), db_persist=True
    )
    held_visit_id = models.GeneratedField(
        expression=models.F("visit"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    class Meta:
        managed = False
        db_table = "RoomStay"

    def __str__(self):
        return f"{self.room} since {self.entered_at:%H:%M}"
