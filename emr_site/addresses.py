"""Addresses of pages, for templates that write dozens of them: Django walks all patterns for each."""

from functools import lru_cache

from django.urls import get_resolver, reverse

# Numbers that stand nowhere else in an address.
MARKS = (7700000001, 7700000002, 7700000003)


def address(name, *numbers):
    """What reverse() says for a page of so many numbers, such as address("clinical:test", 36, 7)."""
    pieces = pieces_of(get_resolver(), name, len(numbers))
    return pieces[0] + "".join(f"{int(number)}{piece}" for number, piece in zip(numbers, pieces[1:], strict=True))


@lru_cache(maxsize=512)
def pieces_of(resolver, name, count):
    """The address cut where its numbers stand; the resolver is another one where the addresses are others."""
    rest, pieces = reverse(name, args=MARKS[:count]), []
    for mark in MARKS[:count]:
        piece, rest = rest.split(str(mark))
        pieces.append(piece)
    return (*pieces, rest)
