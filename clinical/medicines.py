"""How amounts of medicine are written, so that none is misread: 0.5 mg, 1,000 mg, 75 micrograms.

By the rules for safe writing of medicines (ISMP, and the NHS's for the screen): no trailing zero, a leading zero, a
comma from 1,000 on, a space before the unit, and units in full where their sign is easily misread. Names are left as
they were written: nothing here knows a brand from a substance.
"""

import re

# A comma only before three digits: "1,5 mg" is somebody's one and a half, and stays as it was typed.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
IN_FULL = {
    "mcg": "micrograms", "µg": "micrograms", "μg": "micrograms", "ug": "micrograms", "microgram": "micrograms",
    "iu": "units", "unit": "units", "ml": "mL", "l": "L",
}  # fmt: skip
AS_THEY_ARE = (
    "mg", "g", "kg", "mmol", "micrograms", "nanograms", "units", "%", "tablet", "tablets", "capsule", "capsules",
    "puff", "puffs", "drop", "drops",
)  # fmt: skip
UNITS = "|".join(sorted([*IN_FULL, *AS_THEY_ARE], key=len, reverse=True))
# Of a solution or a patch: "10 MG/ML", "0.5 mg/hr".
PER = {"ml": "mL", "l": "L", "h": "hour", "hr": "hour", "hour": "hour"}
AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<number>{NUMBER})\s*(?P<unit>{UNITS})(?![\w%])(?:/(?P<per>{'|'.join(PER)})(?!\w))?",
    re.IGNORECASE,
)
# One and no thousandths, or one thousand as half of the world writes it? Who typed it knows; nothing is changed.
AMBIGUOUS = re.compile(r"\d{1,3}\.0{3}")


def amounts(text):
    """Cut a text into (piece, is an amount) pairs; amounts are written safely, all else stays as it was typed."""
    pieces, end = [], 0
    for match in AMOUNT.finditer(text):
        if AMBIGUOUS.fullmatch(match["number"]):
            continue
        amount = safe_amount(match["number"], match["unit"]) + (
            f"/{PER[match['per'].casefold()]}" if match["per"] else ""
        )
        pieces += [(text[end : match.start()], False), (amount, True)]
        end = match.end()
    return [piece for piece in (*pieces, (text[end:], False)) if piece[0]]


def safe_amount(number, unit):
    whole, _, decimals = number.replace(",", "").partition(".")
    decimals = decimals.rstrip("0")
    written = f"{int(whole or 0):,}" + (f".{decimals}" if decimals else "")
    unit = IN_FULL.get(unit.casefold(), unit.casefold())
    return f"{written} {unit[:-1] if written == '1' and unit in ('micrograms', 'units') else unit}"
