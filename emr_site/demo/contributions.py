"""What the rooms contribute to a demonstration, in the order in which rows may refer to one another."""

from dataclasses import dataclass, field

from django.utils.module_loading import autodiscover_modules

_contributions = {}


def nothing(*args):
    return ()


@dataclass(frozen=True)
class Contribution:
    """One room's part. `tables` are its tables, referred-to before referring.

    prepare(practice)      what stands before the first patient: users, rooms, providers, the first system's rows
    batches(practice)      yields batches of visits, having added the rows beneath them
    fill(practice, batch)  adds what belongs to a batch that a lower room made
    finish(practice)       what needs the charts to be there, as a signature does
    bulk(practice, chunk)  adds one chunk of a very large practice
    """

    room: str
    order: int
    tables: tuple = field(default=())
    prepare: callable = nothing
    batches: callable = nothing
    fill: callable = nothing
    finish: callable = nothing
    bulk: callable = nothing


def contribute(contribution):
    _contributions[contribution.room] = contribution


def contributions():
    """Every room's contribution, the lowest room first."""
    autodiscover_modules("demo")
    return sorted(_contributions.values(), key=lambda contribution: contribution.order)
