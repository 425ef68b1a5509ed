"""Sign-ins, failed ones and sign-outs, as the authentication tells of them."""

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from audit.procedures import record_event
from emr_site.access import access_denied


@receiver(user_logged_in)
def note_sign_in(sender, request, user, **kwargs):
    record_event("sign_in")


@receiver(user_logged_out)
def note_sign_out(sender, request, user, **kwargs):
    if user is not None:
        record_event("sign_out", user_name=user.get_username())


@receiver(user_login_failed)
def note_failed_sign_in(sender, credentials, request=None, **kwargs):
    """On a connection of its own, so that a rollback does not erase it. The password is never looked at.

    A name that nobody has is not kept: people type their password into the wrong box.
    """
    address = request.META.get("REMOTE_ADDR") if request else None
    typed = str(credentials.get("username") or "")[:150]
    name = typed if get_user_model().objects.filter(username=typed).exists() else "unknown name"
    record_event("sign_in_failed", outcome="4", user_name=name, address=address, using="denials")


@receiver(access_denied)
def note_page_hidden(sender, request, permission, **kwargs):
    """A patient who asks for a page of those who work here gets 404, which DenialMiddleware does not take for a no."""
    if not request.user.is_colleague:
        detail = {"method": request.method, "path": request.path}
        record_event("denied", outcome="4", detail=detail, using="denials")
