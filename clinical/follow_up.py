"""When the patient should come again, as a clinician says it: in 6 weeks."""

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

SAID = re.compile(
    r"^\s*(?:in\s+)?(\d{1,3}|an?|one|two)\s*(d|day|days|w|wk|week|weeks|m|month|months|y|year|years)\s*$", re.I
)
WORDS = {"a": 1, "an": 1, "one": 1, "two": 2}
FARTHEST = timedelta(days=2 * 366)


def day_in(said, today):
    """The day that "6 weeks", "in 10 days", "3 m" or "a year" from `today` is; None when it is not understood, or is
    not in the next two years."""
    match = SAID.match(said)
    if not match:
        return None
    number, unit = match[1].lower(), match[2][0].lower()
    count = WORDS.get(number) or int(number)
    units = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
    day = today + relativedelta(**{units[unit]: count})
    return day if today < day <= today + FARTHEST else None
