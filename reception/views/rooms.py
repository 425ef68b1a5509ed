"""The rooms: who is in which, since when, and who can be put into one that is free."""

from django.utils import timezone

from emr_site.access import permission_required
from reception.board import Day
from reception.models import Room, RoomStay
from reception.models.appointments import Status
from reception.views.renewed import etag_of, renewed


@permission_required("reception.view_board")
def rooms(request):
    day = Day(timezone.localdate())
    stays = RoomStay.objects.filter(left_at=None).select_related(
        "visit__appointment__patient", "visit__appointment__provider", "visit__patient", "visit__provider"
    )
    held = {stay.room_id: stay for stay in stays}
    found = [(room, held.get(room.pk), usual_of(day, room)) for room in Room.objects.select_related("place")]
    free = [room for room, stay, _ in found if stay is None]
    roomless = [card for card in day.here(Status.WITH_DOCTOR) if not in_a_room(card, held)]
    people = [*day.here(Status.ARRIVED), *roomless]
    context = {"day": day, "rooms": found, "people": [(card, choices(card, free)) for card in people]}
    shown = [(room.pk, str(room), usual, stay and (stay.pk, seen(stay))) for room, stay, usual in found]
    waiting = [(card.appointment.looks, [room.pk for room, _ in free]) for card, free in context["people"]]
    etag = etag_of(day.date, shown, waiting)
    return renewed(request, "reception/rooms.html", "reception/_rooms.html", context, etag=etag)


def seen(stay):
    """What the card of a room says of who is in it."""
    visit = stay.visit
    return str(visit.patient), str(visit.provider), visit.appointment and visit.appointment.status


def usual_of(day, room):
    """Who works in the room on this day."""
    return ", ".join(dict.fromkeys(str(each.provider) for each in day.hours if each.room == room))


def in_a_room(card, held):
    return any(stay.visit_id == card.appointment.visit_id for stay in held.values())


def choices(card, free):
    """(room, whether it is of another kind than the appointment needs) of each free room, the likeliest first."""
    needed = card.appointment.room_kind

    def rank(room):
        return room != card.usual_room, bool(needed and room.room_kind != needed)

    # Of a room whose kind nobody has told, nothing is said.
    return [(room, bool(needed and room.room_kind) and room.room_kind != needed) for room in sorted(free, key=rank)]
