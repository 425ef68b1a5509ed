"""What is typed as a measurement, in whatever unit, and what it is in ours."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

KPA_IN_MMHG = Decimal("7.50062")
POUND_IN_KG = Decimal("0.45359237")
INCH_IN_CM = Decimal("2.54")
NUMBER = r"(\d{1,6}(?:[.,]\d{1,3})?)"
UNIT = r"\s*([a-zA-Z°º%]*)"
# What people write for a unit, in small letters.
SPELLED = {
    "temperature": {
        "c": "°C",
        "°c": "°C",
        "ºc": "°C",
        "celsius": "°C",
        "f": "°F",
        "°f": "°F",
        "ºf": "°F",
        "fahrenheit": "°F",
    },
    "weight": {
        "kg": "kg",
        "kgs": "kg",
        "kilos": "kg",
        "g": "g",
        "grams": "g",
        "lb": "lb",
        "lbs": "lb",
        "pound": "lb",
        "pounds": "lb",
    },
    "height": {"cm": "cm", "m": "m", "in": "in", "inch": "in", "inches": "in"},
    "blood_pressure": {"mmhg": "mmHg", "kpa": "kPa"},
}
# Two units at once, as (of how many of the second, the second): 5 ft 10 in, 5'10", 11 st 4 lb.
FEET = r"(?:ft|feet|foot|['’′])"
INCHES = r"(?:in|inch|inches|[\"”″]|''|’’)?"
IN_TWO = {
    "height": (re.compile(rf"(\d)\s*{FEET}(?:\s*(\d{{1,2}}(?:[.,]\d)?)\s*{INCHES})?"), 12, "in"),
    "weight": (re.compile(r"(\d{1,2})\s*(?:st|stone)(?:\s*(\d{1,2}(?:[.,]\d)?)\s*(?:lbs?|pounds?)?)?"), 14, "lb"),
}
USUAL = {"temperature": "°C", "weight": "kg", "height": "cm", "blood_pressure": "mmHg"}
TO_OURS = {
    "°C": lambda value: value,
    "°F": lambda value: (value - 32) / Decimal("1.8"),
    "kg": lambda value: value,
    "g": lambda value: value / 1000,
    "lb": lambda value: value * POUND_IN_KG,
    "cm": lambda value: value,
    "m": lambda value: value * 100,
    "in": lambda value: value * INCH_IN_CM,
    "mmHg": lambda value: value,
    "kPa": lambda value: value * KPA_IN_MMHG,
}
STEP = {
    "temperature": Decimal("0.1"),
    "weight": Decimal("0.001"),
    "height": Decimal("0.1"),
    "blood_pressure": Decimal(1),
}


class Unreadable(ValueError):
    """What was typed is no number with a unit of this measure."""


@dataclass(frozen=True)
class Measured:
    """One value: the number and the unit as typed, and the number in our unit."""

    typed: str
    unit: str
    value: Decimal


def measured(measure, text):
    """Read "98.6 F", "180 lb" or "5 ft 10 in"; a number alone is in the usual unit. Raises Unreadable."""
    text = in_one_unit(measure, text)
    match = re.fullmatch(rf"\s*{NUMBER}{UNIT}\s*", text)
    if not match:
        raise Unreadable(text)
    typed = match[1].replace(",", ".")
    unit = unit_of(measure, match[2])
    return Measured(typed, unit, ours(measure, Decimal(typed), unit))


def in_one_unit(measure, text):
    """ "5 ft 10 in" as "70 in": the same length to the last digit; what is in one unit already as it is."""
    pattern, of_them, unit = IN_TWO.get(measure, (None, 0, ""))
    match = pattern and pattern.fullmatch(text.strip().lower())
    if not match:
        return text
    rest = Decimal((match[2] or "0").replace(",", "."))
    if rest >= of_them:
        raise Unreadable(text)
    return f"{int(match[1]) * of_them + rest} {unit}"


def pressure(text):
    """Read "120/80" or "16/10.6 kPa" as (typed, unit, systolic, diastolic) in mmHg. Raises Unreadable."""
    match = re.fullmatch(rf"\s*{NUMBER}\s*/\s*{NUMBER}{UNIT}\s*", text)
    if not match:
        raise Unreadable(text)
    upper, lower = match[1].replace(",", "."), match[2].replace(",", ".")
    unit = unit_of("blood_pressure", match[3])
    if unit == "mmHg" and ("." in upper or "." in lower):
        raise Unreadable(text)
    values = [int(ours("blood_pressure", Decimal(each), unit)) for each in (upper, lower)]
    typed = f"{upper}/{lower}" if unit == "kPa" else f"{values[0]}/{values[1]}"
    return (typed, unit, *values)


def unit_of(measure, spelled):
    if not spelled:
        return USUAL[measure]
    try:
        return SPELLED[measure][spelled.lower()]
    except KeyError:
        raise Unreadable(spelled) from None


def ours(measure, value, unit):
    return TO_OURS[unit](value).quantize(STEP[measure], ROUND_HALF_UP)
