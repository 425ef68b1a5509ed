"""Measurements as they are read: the value with its unit, as it was typed, and how it lies to the range of that day."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from clinical.models import VitalSigns


@dataclass(frozen=True)
class Measure:
    """One line of the table: its name, unit, column, and the ranges that judge it."""

    name: str
    label: str
    unit: str
    column: str
    typed: str = ""  # the columns <typed>_typed and <typed>_unit keep what was typed

    def value(self, row):
        return getattr(row, self.column)


MEASURES = (
    Measure("systolic", "Systolic", "mmHg", "systolic_mmhg", "blood_pressure"),
    Measure("diastolic", "Diastolic", "mmHg", "diastolic_mmhg", "blood_pressure"),
    Measure("pulse", "Pulse", "/min", "pulse_per_min"),
    Measure("respirations", "Respirations", "/min", "respirations_per_min"),
    Measure("temperature", "Temperature", "°C", "temperature_c", "temperature"),
    Measure("spo2", "SpO₂", "%", "spo2_percent"),
    Measure("weight", "Weight", "kg", "weight_kg", "weight"),
    Measure("height", "Height", "cm", "height_cm", "height"),
    Measure("bmi", "BMI", "kg/m²", "bmi"),
    Measure("pain", "Pain", "of 10", "pain_0_to_10"),
)
BY_NAME = {measure.name: measure for measure in MEASURES}
PRESSURE = ("systolic", "diastolic")


@dataclass(frozen=True)
class Reading:
    measure: Measure
    value: object
    typed: str = ""
    side: str = ""  # "above" or "below" the range of that day; empty within it or where there is none
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def shown(self):
        return plain(self.value)


def plain(value):
    """5 and 36.5, never 5.0 or 36.50."""
    return f"{Decimal(value).normalize():f}"


def readings_of(row):
    """Each value of a set that was measured, in the order of the table; the row's ranges are already there."""
    ranges = {each.measure: each for each in row.ranges.all()}
    return [reading(row, measure, ranges.get(measure.name)) for measure in MEASURES if measure.value(row) is not None]


def reading(row, measure, within):
    value = measure.value(row)
    low, high = (within.low, within.high) if within else (None, None)
    side = "below" if low is not None and value < low else "above" if high is not None and value > high else ""
    return Reading(measure, value, typed_of(row, measure), side, low, high)


def typed_of(row, measure):
    """As typed, where that was another unit than the one shown."""
    unit = getattr(row, f"{measure.typed}_unit") if measure.typed else None
    return f"{getattr(row, f'{measure.typed}_typed')} {unit}" if unit and unit != measure.unit else ""


def of_patient(patient):
    return VitalSigns.objects.live().filter(patient=patient).newest_first()


def latest(patient):
    """The newest value of each measure among the last sets, as (reading, when); two queries."""
    found = {}
    for row in of_patient(patient).prefetch_related("ranges")[:20]:
        for each in readings_of(row):
            found.setdefault(each.measure.name, (each, row.taken_at))
    return [found[measure.name] for measure in MEASURES if measure.name in found]


def record(patient, user, *, visit=None, taken_at=None, **columns):
    """Keep one set of measurements; return its id."""
    told = {"visit": visit, "taken_at": taken_at or timezone.now(), "recorded_by_id": user.pk}
    return VitalSigns.objects.create(patient=patient, **told, **columns).pk


def void(row, user, *, reason):
    with transaction.atomic():
        taken_back = {"voided_at": timezone.now(), "voided_by_id": user.pk, "void_reason": reason}
        VitalSigns.objects.live().filter(pk=row.pk).update(**taken_back)
