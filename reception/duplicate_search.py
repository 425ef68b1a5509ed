"""Likely duplicates in a whole practice: for records that came by import, adoption or before there was a worklist.

The servers pair the records over their indexes, by a date of birth, a phone, a member number; who is named alike is
judged as at the desk.
"""

from collections import defaultdict

from emr_site.rows import rows
from reception.duplicates import FEWEST_DIGITS, SAME_MEMBER, SAME_PHONE, note
from reception.models import Patient
from reception.resemblance import resemblance

CHUNK = 20_000  # records
NAMES = ", ".join(
    f"{record}.family_name AS {record}_family, {record}.given_name AS {record}_given,"
    f" CONCAT_WS(' ', {record}.middle_name, {record}.preferred_name) AS {record}_further"
    for record in ("later", "earlier")
)
PAIR = "SELECT later.patient_id AS later, earlier.patient_id AS earlier"
BOTH_LIVE = "later.merged_into_id IS NULL AND earlier.merged_into_id IS NULL AND later.patient_id BETWEEN %s AND %s"
BY_BIRTH = f"""
    SELECT DISTINCT later.patient_id AS later, earlier.patient_id AS earlier, {NAMES} FROM Patient AS later
      JOIN Patient AS earlier ON earlier.date_of_birth = later.date_of_birth AND earlier.patient_id < later.patient_id
      JOIN NameWord AS mine ON mine.bearer_id = later.patient_id
      JOIN NameWord AS yours ON yours.bearer_id = earlier.patient_id AND yours.sound = mine.sound
     WHERE {BOTH_LIVE}"""
BY_PHONE = f"""
    {PAIR} FROM Patient AS later
      JOIN Patient AS earlier ON earlier.phone_digits = later.phone_digits AND earlier.patient_id < later.patient_id
     WHERE {BOTH_LIVE} AND CHAR_LENGTH(later.phone_digits) >= {FEWEST_DIGITS}"""
BY_MEMBER = f"""
    {PAIR} FROM Patient AS later
      JOIN Insurance AS mine ON mine.patient_id = later.patient_id
      JOIN Insurance AS yours ON yours.member_key = mine.member_key AND yours.patient_id < mine.patient_id
      JOIN Patient AS earlier ON earlier.patient_id = yours.patient_id
     WHERE {BOTH_LIVE}"""


def last_record():
    return Patient.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def find_between(first, last):
    """Note every earlier record that looks like one with an id from first to last; return how many pairs were found."""
    reasons = defaultdict(list)
    for row in rows(BY_BIRTH, [first, last]):
        names, known = (
            [row[f"{record}_{name}"] for name in ("family", "given", "further")] for record in ("later", "earlier")
        )
        reason = resemblance(names, known)
        if reason:
            reasons[row["later"], row["earlier"]].append(reason)
    for sql, reason in ((BY_PHONE, SAME_PHONE), (BY_MEMBER, SAME_MEMBER)):
        for pair in {(row["later"], row["earlier"]) for row in rows(sql, [first, last])}:
            reasons[pair].append(reason)
    for (later, earlier), found in sorted(reasons.items()):
        note(later, earlier, " · ".join(found))
    return len(reasons)


def chunks():
    """(first, last) ids, so many records at a time."""
    return [(start, start + CHUNK - 1) for start in range(1, last_record() + 1, CHUNK)]
