"""An address that answers a button alone, opened by itself: reloaded, a bookmark, or come back to by a sign-in."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import is_valid_path


class NotAllowedPageMiddleware:
    """Gives the empty 405 of Django's decorators a page, or to htmx a part of one; its Allow header stays."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            template = "_not_allowed.html" if request.htmx else "405.html"
            response.content = render(request, template, {"belongs_to": page_above(request.path_info)}).content
        return response


def page_above(path):
    """The nearest address above this one: of a button, the page on which it stands."""
    while path != "/":
        path = path[: path.rstrip("/").rfind("/") + 1]
        if is_valid_path(path):
            break
    return path
