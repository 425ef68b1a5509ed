"""One row of the adopted database, read column by column with a note for whatever had to be changed."""

from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation

from emr_site.adoption.source import plain

CENT = Decimal("0.01")


class SetAside(Exception):
    """The row cannot be placed and is kept whole as a finding. Carries a reason (a code) and an explanation."""

    def __init__(self, reason, explanation):
        super().__init__(reason)
        self.reason, self.explanation = reason, explanation


class Row:
    def __init__(self, original):
        self.original = original
        self.values = {}
        self.read = set()
        self.notes = []
        for column, value in original.items():
            self.know(plain(column), value)

    def know(self, column, value):
        """A table that was changed by hand can have Patient_ID and PatientID: the first that says something counts."""
        known = self.values.get(column)
        if known is None:
            self.values[column] = value
        elif value not in (None, known):
            self.note("column_twice", f"{column} is there twice and the two differ; the first is taken.")

    @property
    def number(self):
        """What the row's first column says, which is its number wherever rows have one."""
        return next(iter(self.original.values()), None)

    def note(self, reason, explanation):
        """Say what could not be kept as it was; the whole row is then kept beside the placed one."""
        self.notes.append((reason, explanation))

    def has(self, *columns):
        return any(column in self.values for column in columns)

    def raw(self, *columns):
        """The value of the first of these columns that says something, or None."""
        for column in columns:
            if self.values.get(column):
                self.read.add(column)
                return self.values[column]
        self.read.update(columns)  # all empty: nothing of them can be lost
        return None

    def text(self, *columns, limit=None):
        value = self.raw(*columns)
        if value is None or not value.strip():
            return None
        if limit and len(value) > limit:
            self.note("too_long", f"{columns[0]} was longer than {limit} characters and is cut.")
            return value[:limit]
        return value

    def integer(self, *columns):
        value = self.text(*columns)
        try:
            return value and int(value)
        except ValueError:
            self.note("not_a_number", f"{columns[0]} is not a number.")
            return None

    def money(self, *columns):
        """An amount to the cent; SetAside when there is none."""
        try:
            written = Decimal(self.raw(*columns))
            amount = written.quantize(CENT)
        except (TypeError, InvalidOperation):
            raise SetAside("amount_missing", "The amount is missing or is not a number.") from None
        if amount != written:
            self.note("amount_rounded", "The amount had parts of a cent and is rounded.")
        return amount

    def date(self, *columns):
        value = self.text(*columns)
        if value is None:
            return None
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            self.note("not_a_date", f"{columns[0]} is not a date.")
            return None
        if value[10:].strip("0:. "):
            self.note("time_left_out", f"{columns[0]} had a time of day, which is left out.")
        return day

    def time(self, *columns):
        value = self.text(*columns)
        try:
            return value and time.fromisoformat(value.strip()[:8])
        except ValueError:
            self.note("not_a_time", f"{columns[0]} is not a time of day.")
            return None

    def choice(self, *columns, among, otherwise=None):
        """The allowed word that the value is, whatever its case; `otherwise`, with a note, for any other."""
        value = self.text(*columns)
        word = next((word for word in among if value and value.strip().lower() == word.lower()), None)
        if word is None and value:
            self.note("unknown_word", f"{columns[0]} is none of {', '.join(among)}; {reads(otherwise)}.")
        elif word is None and otherwise and self.has(*columns):
            self.note("word_missing", f"{columns[0]} is missing; {reads(otherwise)}.")
        return word or otherwise

    def note_the_unread(self):
        """A column that nobody read would be lost without a word."""
        for column in sorted(set(self.values) - self.read):
            if self.values[column]:
                self.note("unknown_column", f"{column} has no place of its own.")


def reads(word):
    return f"it reads “{word or 'Not recorded'}”"


def note_if_in_future(row, day):
    """The day as it was, with a note when it has yet to come. A clinic east of UTC is already in tomorrow."""
    if day and day > date.today() + timedelta(days=1):
        row.note("date_in_future", "The date is in the future; it is kept as it was.")
    return day


def split_name(name):
    """The given and the family part of a name in one piece, split as GivenNameOf and FamilyNameOf do it."""
    given, _, family = name.strip().rpartition(" ")
    return given.strip(), family
