"""Who is free when: times are taken in quarters of an hour, and no two of one provider overlap."""

from collections import defaultdict
from datetime import timedelta

QUARTER = 15


class Diary:
    def __init__(self, practice):
        self._taken = defaultdict(int)  # one bit a quarter of an hour, by provider and day
        self._by_specialization = defaultdict(list)
        self.clinicians = practice.shelf["clinicians"]
        for clinician in self.clinicians:
            self._by_specialization[clinician.specialization].append(clinician)

    def book(self, dice, specialization, day, minutes, *, before):
        """A (clinician, day, minute) on this day or soon after, or None when nobody is free before `before`."""
        for later in range(12):
            on = day + timedelta(days=later)
            if on >= before:
                return None
            for clinician in self._shuffled(dice, specialization):
                minute = self._free_minute(dice, clinician, on, minutes)
                if minute is not None:
                    self.take(clinician, on, minute, minutes)
                    return clinician, on, minute
        return None

    def _shuffled(self, dice, specialization):
        clinicians = self._by_specialization[specialization]
        return dice.sample(clinicians, k=len(clinicians))

    def _free_minute(self, dice, clinician, on, minutes):
        # The doors are closed at weekends; only the duty board of these days is staffed.
        if on.weekday() not in clinician.weekdays or on.weekday() > 4:
            return None
        first, last = dice.choice(clinician.stretches)
        starts = range(first, last - minutes + 1, QUARTER)
        for minute in dice.sample(starts, k=min(6, len(starts))):
            if self.is_free(clinician, on, minute, minutes):
                return minute
        return None

    def is_free(self, clinician, on, minute, minutes):
        return not self._taken[clinician.id, on] & bits(minute, minutes)

    def take(self, clinician, on, minute, minutes):
        self._taken[clinician.id, on] |= bits(minute, minutes)


def bits(minute, minutes):
    return ((1 << -(-minutes // QUARTER)) - 1) << (minute // QUARTER)
