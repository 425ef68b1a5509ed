"""What a page answers to a form that was not, or not yet, written."""

from django.shortcuts import render

CONFLICT = 409
UNREADABLE = 422


def posted(request):
    """What was sent, for a form; None on a page that was only asked for. An empty form that was sent is not valid."""
    return request.POST if request.method == "POST" else None


def render_form(request, template, form, **context):
    """The page with its form: as it was asked for, or with what is wrong in what was typed."""
    return render(request, template, {"form": form, **context}, status=UNREADABLE if form.errors else 200)


def render_conflict(request, template, form, row, **context):
    """Both texts, the typed and the saved one; sent again, the form knows of the other and may replace it."""
    return render(request, template, {"form": form.against(row), **context}, status=CONFLICT)
