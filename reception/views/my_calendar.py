"""A provider's own calendar: the page that makes its address, and the file behind it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import KeyedForm, once
from emr_site.refusals import went_through
from reception.messages import MESSAGES
from reception.models import Provider, ProviderFeed
from reception.outbox import feeds
from reception.outbox.calendar import CALENDAR

PAGE = "reception/my_calendar.html"


@permission_required(feeds.PERMISSION)
def my_calendar(request):
    return render(request, PAGE, context_of(request) | {"form": KeyedForm()})


def context_of(request):
    provider = Provider.objects.active().filter(user=request.user).first()
    live = provider and ProviderFeed.objects.live().of(request.user).first()
    return {"provider": provider, "live": live, "days_back": feeds.DAYS_BACK, "days_ahead": feeds.DAYS_AHEAD}


@permission_required(feeds.PERMISSION)
@require_POST
def make_my_calendar(request):
    """The address is shown in this answer and never again; the form sent once more does not close it."""
    form, token, made = KeyedForm(posted(request)), feeds.new_token(), []
    provider = Provider.objects.active().filter(user=request.user).first()

    def make():
        if provider is None:
            raise PermissionDenied("A calendar is a provider's.")
        made.append(once(form, request.user, lambda: feeds.make_feed(provider, token, by=request.user))[1])

    if not went_through(form, make, MESSAGES):
        return render_form(request, PAGE, form, **context_of(request))
    if made == [False]:
        messages.info(request, "The address has been made already. If you have not seen it, make a new one.")
        return redirect("reception:my_calendar")
    return render(request, PAGE, context_of(request) | {"form": KeyedForm(), "address": feeds.address_of(token)})


@permission_required(feeds.PERMISSION)
@require_POST
def stop_my_calendar(request):
    if feeds.stop(ProviderFeed.objects.of(request.user)):
        messages.success(request, "The address is closed: calendars that read it get nothing more.")
    else:
        messages.info(request, "No address is open.")
    return redirect("reception:my_calendar")


@require_safe
def provider_calendar(request, token):
    """For whoever holds the address; the same 404 for every wrong one."""
    provider = feeds.provider_behind(token)
    if provider is None:
        raise Http404
    feed = feeds.Feed(provider)
    etag = f'"{feed.fingerprint}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(feed.content(), content_type=CALENDAR)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
