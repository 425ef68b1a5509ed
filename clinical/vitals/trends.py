"""Trends as numbers for drawing: points on a plane of 300 by 104, the range as a band, time from left to right."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from clinical.vitals.reading import BY_NAME, MEASURES, PRESSURE, Reading, of_patient, plain, readings_of

MOST = 24
WIDTH, HEIGHT, EDGE, LEFT = 300, 90, 8, 40


@dataclass(frozen=True)
class Point:
    """One value and when it was taken; of blood pressure the systolic, with the diastolic as `lower`."""

    x: float
    y: float
    reading: Reading
    when: datetime
    lower: Reading | None = None
    lower_y: float | None = None

    @property
    def shown(self):
        return f"{self.reading.shown}/{self.lower.shown}" if self.lower else self.reading.shown

    @property
    def sides(self):
        """How it lies to the range of that day, in words: "above", "below", of pressure for both; empty within it."""
        if not self.lower:
            return self.reading.side
        named = (("systolic", self.reading.side), ("diastolic", self.lower.side))
        return ", ".join(f"{name} {side}" for name, side in named if side)

    @property
    def mark(self):
        """The three corners of an arrowhead above the point, or below it; empty within the range."""
        side = self.reading.side or (self.lower.side if self.lower else "")
        if not side:
            return ""
        tip, base = (self.y - 8, self.y - 4) if side == "above" else (self.bottom + 8, self.bottom + 4)
        return f"{self.x},{tip:.1f} {self.x - 3:.1f},{base:.1f} {self.x + 3:.1f},{base:.1f}"

    @property
    def bottom(self):
        return self.y if self.lower_y is None else self.lower_y

    @property
    def ranges(self):
        """The range that judged it on that day, in words; empty where there was none."""
        found = [range_of(self.reading), range_of(self.lower) if self.lower else ""]
        return " / ".join(each for each in found if each)


@dataclass
class Trend:
    """One measure over time, oldest first."""

    label: str
    unit: str
    points: list = field(default_factory=list)
    band: tuple | None = None  # (y, height) of the newest range
    ticks: list = field(default_factory=list)  # (y, value)

    @property
    def is_pressure(self):
        return self.latest.lower is not None

    @property
    def first(self):
        return self.points[0]

    @property
    def latest(self):
        return self.points[-1]

    @property
    def previous(self):
        return self.points[-2] if len(self.points) > 1 else None

    @property
    def path(self):
        return " ".join(f"{each.x},{each.y}" for each in self.points)


def range_of(reading):
    """60 to 100, up to 90, from 95; empty without a range."""
    low, high = (plain(edge) if edge is not None else None for edge in (reading.low, reading.high))
    if low and high:
        return f"{low} to {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def trends_of(patient):
    """Each measure that was taken; blood pressure first; two queries."""
    rows = list(of_patient(patient).prefetch_related("ranges")[:MOST])[::-1]
    series = {measure.name: [] for measure in MEASURES}
    for row in rows:
        for each in readings_of(row):
            series[each.measure.name].append((each, row.taken_at))
    found = [pressure_trend(series["systolic"], series["diastolic"])] if series["systolic"] else []
    return found + [trend(BY_NAME[name], taken) for name, taken in series.items() if taken and name not in PRESSURE]


def summary_of(patient):
    """For the chart: blood pressure to be drawn large, and the other measures a line each; two queries."""
    trends = trends_of(patient)
    pressure = next((each for each in trends if each.is_pressure), None)
    return {"pressure": pressure, "measures": [each for each in trends if each is not pressure]}


def trend(measure, taken):
    scale = Scale([each.value for each, _ in taken], taken[-1][0])
    xs = places([when for _, when in taken])
    points = [Point(x, scale.y(each.value), each, when) for x, (each, when) in zip(xs, taken, strict=True)]
    return Trend(measure.label, measure.unit, points, scale.band, scale.ticks)


def pressure_trend(systolic, diastolic):
    """A vertical line from the diastolic to the systolic value, with end bars."""
    scale = Scale([each.value for each, _ in [*systolic, *diastolic]], systolic[-1][0])
    xs = places([when for _, when in systolic])
    points = [
        Point(x, scale.y(upper.value), upper, when, lower, scale.y(lower.value))
        for x, (upper, when), (lower, _) in zip(xs, systolic, diastolic, strict=True)
    ]
    return Trend("Blood pressure", "mmHg", points, scale.band, scale.ticks)


def places(moments):
    """Where on the line each moment stands, as far apart as they were in time, the newest at the right."""
    right, span = WIDTH - EDGE, (moments[-1] - moments[0]).total_seconds()
    room = right - LEFT - EDGE
    return [round(right - room * ((moments[-1] - each).total_seconds() / span if span else 0), 1) for each in moments]


class Scale:
    """From values to heights; the range of the newest value is always in sight."""

    def __init__(self, values, newest):
        self.newest = newest
        values = [*values, *(edge for edge in (newest.low, newest.high) if edge is not None)]
        self.low, self.high = Decimal(min(values)), Decimal(max(values))
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1
        self.ticks = [(self.y(value), plain(value)) for value in (self.high, self.low)]

    def y(self, value):
        share = (Decimal(value) - self.low) / (self.high - self.low)
        return round(float(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)), 1)

    @property
    def band(self):
        low, high = self.newest.low, self.newest.high
        if low is None and high is None:
            return None
        top = self.y(high if high is not None else self.high)
        bottom = self.y(low if low is not None else self.low)
        return top, round(bottom - top, 1)
