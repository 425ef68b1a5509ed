"""What an import counted: of one file, or of all of them."""

from collections import Counter
from dataclasses import dataclass, field, fields


@dataclass
class Tally:
    """Counts by kind of resource; `skipped` and `noted` by (kind, reason)."""

    new: Counter = field(default_factory=Counter)
    known: Counter = field(default_factory=Counter)
    not_mapped: Counter = field(default_factory=Counter)
    skipped: Counter = field(default_factory=Counter)
    noted: Counter = field(default_factory=Counter)

    def add(self, other):
        for each in fields(self):
            getattr(self, each.name).update(getattr(other, each.name))

    def lines(self):
        """The summary, line by line."""
        skipped = Counter()
        for (kind, _), count in self.skipped.items():
            skipped[kind] += count
        yield f"{'resource':24} {'new':>8} {'known':>8} {'skipped':>8} {'not mapped':>11}"
        for kind in sorted(self.new.keys() | self.known.keys() | self.not_mapped.keys() | skipped.keys()):
            counts = self.new[kind], self.known[kind], skipped[kind], self.not_mapped[kind]
            yield "{:24} {:8} {:8} {:8} {:11}".format(kind, *counts)
        yield from (f"skipped: {count} {kind}: {why}" for (kind, why), count in sorted(self.skipped.items()))
        yield from (f"not kept: {count} {kind}: {what}" for (kind, what), count in sorted(self.noted.items()))
