"""When a row of the chart becomes history."""

from datetime import timedelta

from django.utils import timezone

# As the triggers RuleDeleteClinicalCare and RuleDeletePrescription say.
TAKE_BACK = timedelta(days=1)


class Recorded:
    """Mix in before Model: a row with recorded_at, which can be taken back for a day."""

    @property
    def is_historic(self):
        return timezone.now() - self.recorded_at > TAKE_BACK
