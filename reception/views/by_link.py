"""The pages behind the links in messages: for whoever holds the link, without an account.

Every link that is wrong or over gets the same page, so that nobody learns what exists.
"""

from functools import wraps
from uuid import uuid4

from django.shortcuts import render
from django.utils import timezone

from emr_site.actor import Actor, acting_as
from reception.outbox.page_words import words_of
from reception.outbox.reminders import starts_at


def pages_behind(named_by):
    """Makes the decorator for views of the row that `named_by` finds by a link's token, while its time is not past.

    Such a view acts as the link.
    """

    def by_link(view):
        @wraps(view)
        def page(request, token):
            row = named_by(token)
            if row is None or starts_at(row.date, row.end_time) <= timezone.now():
                return render(request, "reception/answer_no_appointment.html", {"words": words_of(request)}, status=404)
            address = request.META.get("REMOTE_ADDR", "")
            with acting_as(Actor(None, "patient link", "Patient", address, uuid4().hex, "PATRQT")):
                return view(request, token, row)

        return page

    return by_link
