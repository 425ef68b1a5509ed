"""One file is one transaction: a bundle goes in whole, or nothing of it does."""

import re

from django.db import DatabaseError, DataError, transaction

from emr_site.db import refusal_code
from emr_site.fhir.bundles import BadBundle, chunks, resources
from emr_site.fhir.registry import AT_THE_END, READERS, Known, Skip, Unresolved

CHUNK = 500  # resources in memory at a time
# A resource with one of these statuses says what did not happen, or not yet.
NOT_FACTS = {"entered-in-error", "not-done", "planned", "draft", "preparation", "cancelled", "registered"}


class MissingReference(BadBundle):
    """The bundle refers to what another file may bring."""


def import_file(path, context):
    """Import one bundle and return its Tally; raises BadBundle, and then nothing of the file is kept."""
    context.start_file()
    with transaction.atomic():
        waiting = []
        for chunk in chunks(resources(path), CHUNK):
            with reasons("the ids"):
                context.look_up({resource["id"] for _, resource in chunk if resource and "id" in resource})
            waiting += [each for each in chunk if unresolved(*each, context)]
            with reasons("the ids"):
                context.write_identifiers()
        retry(waiting, context)
        with reasons("its end"):
            for finish in AT_THE_END:
                finish(context)
            context.write_identifiers()
    return context.tally


def retry(waiting, context):
    """Store what refers to resources further down, as long as that brings any of it in; raises MissingReference."""
    while waiting:
        left = [(*each, missing) for each in waiting if (missing := unresolved(*each, context))]
        if len(left) == len(waiting):
            number, resource, missing = left[0]
            raise MissingReference(f"entry {number}, {resource['resourceType']}: {missing}")
        waiting = [(number, resource) for number, resource, _ in left]


def unresolved(number, resource, context):
    """Store a resource; return what it refers to that is not there yet, if so. Raises BadBundle for what may not be."""
    if not isinstance(resource, dict):
        context.tally.not_mapped["(no resource)"] += 1
        return None
    with reasons(f"entry {number}, {resource.get('resourceType')}"):
        try:
            store(resource, context)
        except Unresolved as missing:
            return missing
    return None


def store(resource, context):
    """Store a resource of any kind and count it; raises Unresolved."""
    kind, tally = resource["resourceType"], context.tally
    if kind not in READERS:
        tally.not_mapped[kind] += 1
        return
    reader, model = READERS[kind]
    try:
        if resource.get("status") in NOT_FACTS:
            raise Skip(f"its status is {resource['status']}")
        if model and context.find(resource["id"], model):
            raise Known
        row = reader(resource, context)
        if row and model:
            context.remember(resource["id"], row)
        tally.new[kind] += bool(row)
    except Known:
        tally.known[kind] += 1
    except Skip as reason:
        context.skip(resource, str(reason))


class reasons:  # noqa: N801 - reads as a sentence
    """Turns what goes wrong inside the block into BadBundle with the place and the reason, and no patient's data."""

    def __init__(self, place):
        self.place = place

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        reason = error and reason_of(error)
        if reason:
            raise BadBundle(f"{self.place}: {reason}") from error


def reason_of(error):
    """Why a resource may not go in, in words; None for what is not the file's fault."""
    if isinstance(error, DataError):
        column = re.search(r"column '(?:.*\.)?(\w+)'", str(error))
        too_long = "too long" in str(error)
        return f"its {column[1] if column else 'data'} {'is too long' if too_long else 'does not fit'}"
    if isinstance(error, DatabaseError):
        code = refusal_code(error)
        return code and f"refused by the rule {code}"
    if isinstance(error, KeyError):
        return f"it lacks {error.args[0]}"
    if isinstance(error, TypeError | AttributeError | ValueError | LookupError | ArithmeticError):
        return "it is not shaped as FHIR says"
    return None
