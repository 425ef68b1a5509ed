"""Which function reads which kind of resource."""

from django.utils.module_loading import autodiscover_modules

READERS = {}
AT_THE_END = []


class Skip(Exception):
    """The resource cannot be placed; carries the reason in words."""


class Unresolved(Exception):
    """The resource refers to one that has not been read yet; it is tried again at the end of its file."""


def reads(*resource_types):
    """Register a function `(resource, context)` that stores a resource and returns the row, or None."""

    def register(function):
        READERS.update(dict.fromkeys(resource_types, function))
        return function

    return register


def at_the_end_of_a_file(function):
    """Register a function `(context)` that stores what was gathered over one file."""
    AT_THE_END.append(function)
    return function


def load_readers():
    autodiscover_modules("fhir_import")
