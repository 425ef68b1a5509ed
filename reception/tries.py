"""Secret addresses are not found by trying: who has tried too many gets the same answer to right ones."""

from django.core.cache import cache

WRONG_LINKS, FORGOTTEN_S = 30, 600


def counter_of(request):
    return f"wrong-links:{request.META.get('REMOTE_ADDR', '')}"


def has_tried_too_many(request):
    return cache.get(counter_of(request), 0) >= WRONG_LINKS


def note_wrong_link(request):
    cache.add(counter_of(request), 0, FORGOTTEN_S)
    cache.incr(counter_of(request))
