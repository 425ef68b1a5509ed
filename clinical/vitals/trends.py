"""Trends as numbers for drawing: points on a plane of 300 by 90, the range as a band, the newest last."""

from dataclasses import dataclass, field
from decimal import Decimal

from clinical.vitals.reading import BY_NAME, MEASURES, PRESSURE, of_patient, plain, readings_of

MOST = 24
WIDTH, HEIGHT, EDGE = 300, 90, 8


@dataclass
class Trend:
    """One measure over time, oldest first. points: (x, y, reading, when); bars of blood pressure: (x, y top, y bottom,
    systolic, diastolic, when)."""

    label: str
    unit: str
    points: list = field(default_factory=list)
    bars: list = field(default_factory=list)
    band: tuple | None = None  # (y, height) of the newest range
    ticks: list = field(default_factory=list)  # (y, value)

    @property
    def latest(self):
        return (self.bars or self.points)[-1]

    @property
    def previous(self):
        drawn = self.bars or self.points
        return drawn[-2] if len(drawn) > 1 else None

    @property
    def path(self):
        return " ".join(f"{x},{y}" for x, y, _, _ in self.points)


def trends_of(patient):
    """Each measure that was taken; blood pressure first; two queries."""
    rows = list(of_patient(patient).prefetch_related("ranges")[:MOST])[::-1]
    series = {measure.name: [] for measure in MEASURES}
    for row in rows:
        for each in readings_of(row):
            series[each.measure.name].append((each, row.taken_at))
    found = [pressure_trend(series["systolic"], series["diastolic"])] if series["systolic"] else []
    return found + [trend(BY_NAME[name], taken) for name, taken in series.items() if taken and name not in PRESSURE]


def trend(measure, taken):
    values = [each.value for each, _ in taken]
    newest = taken[-1][0]
    scale = Scale([*values, *(edge for edge in (newest.low, newest.high) if edge is not None)])
    xs = places(len(taken))
    points = [(x, scale.y(each.value), each, when) for x, (each, when) in zip(xs, taken, strict=True)]
    return Trend(measure.label, measure.unit, points=points, band=scale.band(newest), ticks=scale.ticks)


def pressure_trend(systolic, diastolic):
    """A vertical line from the diastolic to the systolic value, with end bars."""
    newest = systolic[-1][0]
    values = [each.value for each, _ in [*systolic, *diastolic]]
    scale = Scale([*values, *(edge for edge in (newest.low, newest.high) if edge is not None)])
    bars = [
        (x, scale.y(upper.value), scale.y(lower.value), upper, lower, when)
        for x, (upper, when), (lower, _) in zip(places(len(systolic)), systolic, diastolic, strict=True)
    ]
    return Trend("Blood pressure", "mmHg", bars=bars, band=scale.band(newest), ticks=scale.ticks)


def places(count):
    """Where on the line each of so many stands, the newest at the right."""
    step = (WIDTH - 40 - 2 * EDGE) / max(count - 1, 1)
    return [round(WIDTH - EDGE - step * (count - 1 - n), 1) for n in range(count)]


class Scale:
    def __init__(self, values):
        self.low, self.high = Decimal(min(values)), Decimal(max(values))
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1
        self.ticks = [(self.y(value), plain(value)) for value in (self.high, self.low)]

    def y(self, value):
        share = (Decimal(value) - self.low) / (self.high - self.low)
        return round(float(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)), 1)

    def band(self, newest):
        if newest.low is None and newest.high is None:
            return None
        top = self.y(newest.high if newest.high is not None else self.high)
        bottom = self.y(newest.low if newest.low is not None else self.low)
        return top, round(bottom - top, 1)
