"""One file is one transaction: all of a bundle that can be placed goes in, or none of it."""

from django.db import DatabaseError, transaction

from emr_site.db import refusal_code
from emr_site.fhir.bundles import BadBundle, resources
from emr_site.fhir.registry import AT_THE_END, READERS, Skip, Unresolved


def import_file(path, context):
    """Import one bundle; raises BadBundle, and then nothing of the file is kept, nor counted."""
    before = [tally.copy() for tally in tallies(context)]
    context.start_file()
    try:
        with transaction.atomic():
            waiting = [each for resource in resources(path) if (each := attempt(resource, context))]
            for resource, _ in waiting:
                again = attempt(resource, context)
                if again:
                    skip(context, resource, again[1])
            for finish in AT_THE_END:
                finish(context)
    except (BadBundle, KeyError, TypeError, AttributeError) as error:
        for tally, old in zip(tallies(context), before, strict=True):
            tally.clear()
            tally.update(old)
        context.start_file()
        if isinstance(error, BadBundle):
            raise
        raise BadBundle(f"a resource in it lacks what FHIR requires ({error.__class__.__name__}: {error})") from error


def tallies(context):
    return context.mapped, context.known, context.not_mapped, context.skipped


def attempt(resource, context):
    """Store a resource; return it with the reason when what it refers to is not there yet."""
    kind = resource["resourceType"]
    reader = READERS.get(kind)
    if reader is None:
        context.not_mapped[kind] += 1
        return None
    try:
        with transaction.atomic():
            context.mapped[kind] += bool(reader(resource, context))
    except Unresolved as reason:
        return resource, str(reason).split(" ")[0] + " it belongs to is not there"
    except Skip as reason:
        skip(context, resource, str(reason))
    except DatabaseError as error:
        code = refusal_code(error)
        if code is None:
            raise
        skip(context, resource, code)
    return None


def skip(context, resource, reason):
    context.skipped[resource["resourceType"], reason] += 1
