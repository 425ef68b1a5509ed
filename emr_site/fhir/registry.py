"""Which function reads which kind of resource, and what it may say instead of storing one."""

from django.utils.module_loading import autodiscover_modules

READERS = {}
AT_THE_END = []


class Skip(Exception):
    """The resource is sound but has no place here; carries the reason in words, without a word about a patient."""


class Unresolved(Exception):
    """The resource refers to one that has not been read yet; it is tried again at the end of its file."""


class Known(Exception):
    """What the resource says is here already."""


def reads(*resource_types, into=None):
    """Register a function `(resource, context)` that stores a resource.

    It returns the new row, which then stands for the resource's id in the table of the model `into`; or True for a
    resource without a row of its own; or None for one that is counted later. It resolves every reference before it
    writes anything, because it may be called again after Unresolved.
    """

    def register(function):
        READERS.update(dict.fromkeys(resource_types, (function, into)))
        return function

    return register


def at_the_end_of_a_file(function):
    """Register a function `(context)` that stores what was gathered over one file."""
    AT_THE_END.append(function)
    return function


def load_readers():
    autodiscover_modules("fhir_import")
