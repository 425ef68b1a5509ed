"""A code of six digits is not found by trying: who has tried too many gets the same answer to right ones.

Counted for each address in the database, so that a guesser has no more tries where more processes answer; and as a
whole waiting room may share one address, far more than its people mistype. Addresses that are secrets need none of it:
nobody finds one by trying, and a right one must always open.
"""

from reception.models import WrongCode

MOST_WRONG = 200  # within WrongCode's memory; a code has few tries of its own besides


def tried_from(request):
    return WrongCode.objects.remembered().filter(address=request.META.get("REMOTE_ADDR", ""))


def has_tried_too_many(request):
    return tried_from(request)[:MOST_WRONG].count() >= MOST_WRONG


def note_wrong_code(request):
    if not has_tried_too_many(request):
        WrongCode.objects.create(address=request.META.get("REMOTE_ADDR", ""))


def forget_old_tries():
    WrongCode.objects.forgotten().delete()
