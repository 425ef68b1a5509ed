"""Parts of a page that are the same for everybody: drawn once, and not anew for each page."""

from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template


def drawing(template, **context):
    """The template drawn with these words, which never come from a patient's record: they are kept."""
    draw = drawn.__wrapped__ if settings.DEBUG else drawn  # a template that is being worked on changes
    return draw(template, tuple(context.items()))


@lru_cache(maxsize=1024)
def drawn(template, context):
    return get_template(template).render(dict(context))
