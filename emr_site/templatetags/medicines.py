"""Medicines on a page."""

from django import template
from django.utils.html import format_html, format_html_join

from emr_site.medicines import amounts

register = template.Library()


@register.filter
def doses(text):
    """A medicine's name, dose or instructions with every amount safely written and never split over two lines."""
    pieces = (
        (format_html('<span class="text-nowrap">{}</span>', piece) if amount else piece)
        for piece, amount in amounts(text or "")
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))
