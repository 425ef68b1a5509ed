"""Who may open a page: one decorator for every view."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal
from django.http import Http404
from django_htmx.http import HttpResponseClientRedirect

# Sent with request and permission whenever a person is refused, before the answer is made.
access_denied = Signal()


def permission_required(permission):
    """Let those in who hold the right, such as "reception.view_board".

    Nobody in particular is asked to sign in and comes back to the page; a colleague is told that the right is missing
    (403); to a patient the page does not exist (404).
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            if request.user.has_perm(permission):
                return view(request, *args, **kwargs)
            return refuse(request, permission)

        guarded.permission = permission
        return guarded

    return decorate


def sign_in_required(view):
    """Let in whoever has signed in."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.user.is_authenticated else ask_to_sign_in(request)

    guarded.permission = None
    return guarded


def refuse(request, permission):
    """Raise what the signed-in user gets instead of the page, and say so to whoever keeps a log."""
    access_denied.send(refuse, request=request, permission=permission)
    if request.user.is_colleague:
        raise PermissionDenied(permission)
    raise Http404


def ask_to_sign_in(request):
    """Send the browser to the sign-in, and then back to where it was."""
    if getattr(request, "htmx", False):
        # A fragment cannot show the sign-in: the whole page goes there, and comes back to itself.
        page = request.htmx.current_url_abs_path or "/"
        return HttpResponseClientRedirect(redirect_to_login(page).url)
    return redirect_to_login(request.get_full_path())
