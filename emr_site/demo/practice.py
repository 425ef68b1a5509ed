"""The practice in the making: its size, its dice, its calendar, and the rows not yet written."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

from django.utils import timezone

from emr_site.actor import system_actor
from emr_site.demo.contributions import contributions
from emr_site.demo.writer import Writer

# The board looks alive only while people come and go; at other hours it stands as on a good morning.
FIRST_MINUTE, LAST_MINUTE, GOOD_MORNING = 8 * 60 + 45, 16 * 60 + 15, 10 * 60 + 42
RICH_CHARTS = 3000


class Practice:
    """Minutes are minutes of the clinic's day; `minute` is how far today's board has come."""

    def __init__(self, *, patients, seed, now=None):
        self.patients, self.seed = patients, seed
        self.now = now or timezone.now()
        local = timezone.localtime(self.now)
        self.zone = local.tzinfo
        self.today = local.date()
        minute = local.hour * 60 + local.minute
        self.minute = minute if FIRST_MINUTE <= minute <= LAST_MINUTE else GOOD_MORNING
        self.actor = system_actor("seed_demo")
        self.writer = Writer([table for part in contributions() for table in part.tables])
        self.shelf = {}  # what a room leaves for the rooms above it, by name
        self._ids = Counter()

    @property
    def rich(self):
        """How many patients get a full chart; the rest are made in bulk."""
        return min(self.patients, RICH_CHARTS)

    def dice(self, *key):
        """Chance that depends on the seed and on what it is for, never on the order of calls."""
        return Random(f"{self.seed}/{'/'.join(map(str, key))}")  # noqa: S311 (made-up people, no secret)

    def day(self, days):
        return self.today + timedelta(days=days)

    def new_id(self, table):
        self._ids[table] += 1
        return self._ids[table]

    def reserve(self, table, row_id):
        """Keep an id that a row brought along from being given again."""
        self._ids[table] = max(self._ids[table], row_id)

    def last_id(self, table):
        return self._ids[table]

    def moment(self, date, minute):
        """The UTC moment, as the database writes it, of a minute on the clinic's wall."""
        wall = datetime(date.year, date.month, date.day, tzinfo=self.zone) + timedelta(minutes=minute)
        return utc(wall)

    def moment_today(self, minute):
        """The moment of a minute on today's board, counted back from now: nobody has waited since yesterday."""
        return utc(self.now - timedelta(minutes=self.minute - minute))


def utc(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}:00"


def age_on(date, born):
    """Whole years; an unknown birth date counts as forty."""
    if born is None:
        return 40
    return date.year - born.year - ((date.month, date.day) < (born.month, born.day))
