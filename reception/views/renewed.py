"""Pages of the day that renew themselves: the page, its changing part alone, or 304 when it looks as it did."""

import hashlib

from django.shortcuts import render
from django.utils.cache import get_conditional_response


def etag_of(*looks):
    """Of what a page shows and not of how it is drawn, so that it is known before anything is."""
    return f'"{hashlib.sha256(repr(looks).encode()).hexdigest()[:32]}"'


def renewed(request, page, part, context, *, etag, status=200):
    """The whole page, or to htmx its part; the part asks with the ETag that it has."""
    if request.htmx and (unchanged := get_conditional_response(request, etag=etag)):
        return unchanged
    response = render(request, part if request.htmx else page, context | {"etag": etag}, status=status)
    response["ETag"] = etag
    return response
