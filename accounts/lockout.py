"""What someone sees whose sign-in is closed for a while after too many wrong passwords."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.db.models import Max
from django.shortcuts import render
from django.utils import timezone


def locked_out(request, original_response, credentials):
    """Say when to try again (429); only this name from this address is closed."""
    wait = opens_again(request, credentials) - timezone.now()
    minutes = max(1, -(-wait // timezone.timedelta(minutes=1)))
    context = {"minutes": minutes, "opens_again": timezone.now() + wait}
    response = render(request, "accounts/locked_out.html", context, status=429)
    response["Retry-After"] = minutes * 60
    return response


def opens_again(request, credentials):
    """The moment at which the last wrong password no longer counts."""
    attempts = AccessAttempt.objects.filter(
        username=(credentials or {}).get("username"), ip_address=request.axes_ip_address
    )
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    return last + get_cool_off(request)
