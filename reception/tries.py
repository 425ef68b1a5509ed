"""Secret addresses are not found by trying: who has tried too many gets the same answer to right ones.

The tries are counted in the database, so that a guesser has no more of them where more processes answer.
"""

from reception.models import WrongLink

WRONG_LINKS = 30


def tried_from(request):
    return WrongLink.objects.remembered().filter(address=request.META.get("REMOTE_ADDR", ""))


def has_tried_too_many(request):
    return tried_from(request)[:WRONG_LINKS].count() >= WRONG_LINKS


def note_wrong_link(request):
    if not has_tried_too_many(request):
        WrongLink.objects.create(address=request.META.get("REMOTE_ADDR", ""))


def forget_old_tries():
    WrongLink.objects.forgotten().delete()
