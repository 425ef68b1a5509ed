"""What someone sees whose sign-in is closed for a while after too many wrong passwords."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.db.models import Max, Sum
from django.shortcuts import render
from django.utils import timezone

# So many wrong passwords from one address, of whatever names, close it for a while: a whole clinic may share one.
ADDRESS_LIMIT = 100


def is_closed(request):
    """Whether too many wrong passwords came from this address, tried on whatever names."""
    return wrong_from(request) >= ADDRESS_LIMIT


def wrong_from(request):
    since = timezone.now() - get_cool_off(request)
    tried = AccessAttempt.objects.filter(ip_address=request.META.get("REMOTE_ADDR"), attempt_time__gt=since)
    return tried.aggregate(wrong=Sum("failures_since_start"))["wrong"] or 0


def locked_out(request, original_response, credentials):
    """Say when to try again (429); only this name from this address is closed."""
    return closed_for(request, opens_again(request, credentials) - timezone.now(), "under this name")


def address_closed(request):
    """Say that nobody can sign in from this address for a while (429)."""
    return closed_for(request, get_cool_off(request), "for every name")


def closed_for(request, wait, whom):
    minutes = max(1, -(-wait // timezone.timedelta(minutes=1)))
    context = {"minutes": minutes, "opens_again": timezone.now() + wait, "whom": whom}
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
