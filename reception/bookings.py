"""Appointments as the board, the week and the lists show them: plain rows, read by the thousand many times a minute."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import FilteredRelation, Q

from reception.models import Appointment, Provider

# In the order of Booking's own fields.
COLUMNS = (
    "pk", "status", "date", "time", "duration_minutes", "reason", "desk_note", "overbooked_by_id",
    "provider_id", "patient_id", "patient__family_name", "patient__given_name", "patient__family_sound",
    "patient__given_sound", "visit__pk", "visit__arrived_at",
    "appointment_type__name", "appointment_type__colour", "appointment_type__room_kind",
    "held__room__room_number",
)  # fmt: skip


@dataclass(slots=True)
class Booking:
    """One appointment with the words of what it refers to."""

    pk: int
    status: str
    date: date
    time: time
    duration_minutes: int
    reason: str | None
    desk_note: str | None
    overbooked_by_id: int | None
    provider_id: int
    patient_id: int
    family_name: str
    given_name: str
    family_sound: str
    given_sound: str
    visit_id: int | None = None
    arrived_at: datetime | None = None
    kind: str | None = None
    colour: str | None = None
    # What the kind of appointment needs, and where the patient is at this moment.
    room_kind: str | None = None
    room_number: int | None = None
    provider: Provider | None = None

    @property
    def patient(self):
        """For the filter that writes a person's name."""
        return {"family_name": self.family_name, "given_name": self.given_name}

    @property
    def called(self):
        """For telling apart those whose names may be mixed up."""
        return self.patient | {
            "id": self.patient_id,
            "family_sound": self.family_sound,
            "given_sound": self.given_sound,
        }

    @property
    def looks(self):
        """All that can be seen of it."""
        return (
            self.pk, self.status, self.date, self.time, self.duration_minutes, self.reason, self.desk_note,
            self.overbooked_by_id, self.provider_id, self.family_name, self.given_name, self.kind, self.colour,
            self.room_number,
        )  # fmt: skip


def bookings(rows, *, known=()):
    """The appointments of a queryset, in two queries: the rows, and those of their providers who are not `known`."""
    here = FilteredRelation("visit__room_stays", condition=Q(visit__room_stays__left_at=None))
    found = [Booking(*values) for values in rows.annotate(held=here).values_list(*COLUMNS)]
    providers = {each.pk: each for each in known}
    missing = {each.provider_id for each in found} - providers.keys()
    if missing:
        providers |= Provider.objects.in_bulk(missing)
    for each in found:
        each.provider = providers[each.provider_id]
    return found


def of_day(date, *, provider=None, known=()):
    """Those of a date by the clock, of one provider or of all."""
    of_whom = {"provider": provider} if provider else {}
    return bookings(Appointment.objects.on(date).filter(**of_whom).order_by("time", "id"), known=known)
