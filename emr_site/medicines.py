"""How amounts of medicine are written, so that none is misread: 0.5 mg, 1,000 mg, 75 micrograms.

By the rules for safe writing of medicines (ISMP, and the NHS's for the screen): no trailing zero, a leading zero, a
comma from 1,000 on, a space before the unit, and units in full where their sign is easily misread. Names are left as they
were written: nothing here knows a brand from a substance.
"""

import re

UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg",
    "g": "g", "gram": "g", "grams": "g",
    "mcg": "micrograms", "µg": "micrograms", "μg": "micrograms", "ug": "micrograms",
    "microgram": "micrograms", "micrograms": "micrograms",
    "ng": "nanograms", "nanogram": "nanograms", "nanograms": "nanograms",
    "ml": "mL", "l": "L", "mmol": "mmol",
    "u": "units", "iu": "units", "unt": "units", "unit": "units", "units": "units",
}  # fmt: skip
AMOUNT = re.compile(
    r"(?<![\w.,])(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*"
    rf"(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})(?![\w])",
    re.IGNORECASE,
)
# One and no thousandths, or one thousand as half of the world writes it? Who typed it knows; nothing is changed.
AMBIGUOUS = re.compile(r"^\d{1,3}\.0{3}$")


def amounts(text):
    """Cut a text into (piece, is an amount) pairs; amounts are written safely, all else stays as it is."""
    end = 0
    for match in AMOUNT.finditer(text):
        if AMBIGUOUS.match(match["number"]):
            continue
        yield text[end : match.start()], False
        yield safe_amount(match["number"], match["unit"]), True
        end = match.end()
    yield text[end:], False


def safe_amount(number, unit):
    whole, _, decimals = number.replace(",", "").partition(".")
    decimals = decimals.rstrip("0")
    written = f"{int(whole or 0):,}" + (f".{decimals}" if decimals else "")
    unit = UNITS[unit.casefold()]
    return f"{written} {unit[:-1] if written == '1' and len(unit) > 4 else unit}"
