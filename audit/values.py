"""What an entry of the audit says of each column: before and after, side by side."""

from dataclasses import dataclass

ABSENT = ""
NULL = "Not recorded"


@dataclass(frozen=True)
class Pair:
    """One column's values in words; a side that the entry does not speak of is empty."""

    name: str
    before: str
    after: str

    @property
    def changed(self):
        return bool(self.before and self.after) and self.before != self.after


def side_by_side(entry):
    """A Pair for each column that the entry names, in the order in which it names them."""
    old, new = entry.old_value or {}, entry.new_value or {}
    return [Pair(name, in_words(old, name), in_words(new, name)) for name in {**old, **new}]


def in_words(values, name):
    if name not in values:
        return ABSENT
    value = values[name]
    if isinstance(value, dict):
        return "; ".join(f"{key}: {inner}" for key, inner in value.items()) or "None"
    return NULL if value is None else str(value)


def changed_names(entry):
    """The columns that an update changed; nothing for an entry that has only one side."""
    return [pair.name for pair in side_by_side(entry) if pair.changed]
