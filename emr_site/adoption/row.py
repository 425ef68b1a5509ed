"""One row of the adopted database, read column by column with a note for whatever had to be changed."""

from datetime import date, time
from decimal import Decimal, InvalidOperation

from emr_site.adoption.source import plain


class SetAside(Exception):
    """The row cannot be placed and is kept whole as a finding. Carries a reason (a code) and an explanation."""

    def __init__(self, reason, explanation):
        super().__init__(reason)
        self.reason, self.explanation = reason, explanation


class Row:
    def __init__(self, original):
        self.original = original
        self.values = {plain(column): value for column, value in original.items()}
        self.read = set()
        self.notes = []

    def note(self, reason, explanation):
        """Say what could not be kept as it was; the whole row is then kept beside the placed one."""
        self.notes.append((reason, explanation))

    def raw(self, *columns):
        """The value of the first of these columns that the table has, or None."""
        self.read.update(columns)
        return next((self.values[column] for column in columns if column in self.values), None)

    def text(self, *columns, limit=None):
        value = self.raw(*columns)
        if value is None or not value.strip():
            return None
        if limit and len(value) > limit:
            self.note("too_long", f"{columns[0]} was longer than {limit} characters and is cut.")
            return value[:limit]
        return value

    def integer(self, *columns):
        value = self.raw(*columns)
        if value is None or not value.strip():
            return None
        try:
            return int(value)
        except ValueError:
            self.note("not_a_number", f"{columns[0]} is not a number.")
            return None

    def money(self, *columns):
        try:
            return Decimal(self.raw(*columns))
        except (TypeError, InvalidOperation):
            raise SetAside("amount_missing", "The amount is missing or is not a number.") from None

    def date(self, *columns):
        value = self.raw(*columns)
        if value is None or not value.strip():
            return None
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            self.note("not_a_date", f"{columns[0]} is not a date.")
            return None

    def time(self, *columns):
        value = self.raw(*columns)
        if value is None or not value.strip():
            return None
        try:
            return time.fromisoformat(value.strip()[:8])
        except ValueError:
            self.note("not_a_time", f"{columns[0]} is not a time of day.")
            return None

    def choice(self, *columns, among):
        """The allowed word that the value is, whatever its case; None, with a note, for any other."""
        value = self.text(*columns)
        word = next((word for word in among if value and value.strip().lower() == word.lower()), None)
        if value and word is None:
            self.note("unknown_word", f"{columns[0]} is none of {', '.join(among)}.")
        return word

    def note_the_unread(self):
        """A column that nobody read would be lost without a word."""
        for column in sorted(set(self.values) - self.read):
            if self.values[column] is not None:
                self.note("unknown_column", f"{column} has no place of its own.")


def split_name(name):
    """The given and the family part of a name in one piece, split as GivenNameOf and FamilyNameOf do it."""
    given, _, family = name.strip().rpartition(" ")
    return given.strip(), family
