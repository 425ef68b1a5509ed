"""What each room declares about the tables it adopts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True)
class AdoptedTable:
    """One table of the first system and its place in ours.

    `place` turns a Row into the values of one row of `target`, raising SetAside when it cannot.
    """

    source: str  # the plain name, as in "clinicalcare"
    target: str
    key: str
    place: Callable
    order: int  # tables that others refer to come first
    generation: str = ""  # the only generation that has this table, if one
    marks: dict = field(default_factory=dict)  # a column that gives the generation away
    optional: dict = field(default_factory=dict)  # constraint to the column that may be left empty for it
    renumbered: bool = False  # no row refers to it by number, so a new number does no harm where its own is taken
    prepare: Callable = lambda rows: rows  # sees all rows of the table first, and puts them in order
    placed: Callable | None = None  # writes what belongs to a placed row


REGISTRY: list[AdoptedTable] = []
EXPLANATIONS: dict[str, str] = {}


def register(*tables, explanations=()):
    REGISTRY.extend(tables)
    EXPLANATIONS.update(explanations)


def adopted_tables():
    """Every declared table, those that others refer to first."""
    autodiscover_modules("adoption")
    return sorted(REGISTRY, key=lambda table: table.order)


def generation_of(table, columns):
    """The generation, A or B, that a source table belongs to, or an empty string when nothing tells."""
    if table.generation:
        return table.generation
    return next((generation for column, generation in table.marks.items() if column in columns), "")


def missing_tables(present, generations):
    """The plain names of the tables that a source of these generations should have and has not.

    One whose rows another table brings (the clinical record has two names) is not missing.
    """
    filled = {table.target for table in adopted_tables() if table.source in present}
    return [
        table.source
        for table in adopted_tables()
        if table.target not in filled and (table.generation in generations or not table.generation)
    ]
