"""How a medicine is shown."""

from django import template
from django.utils.html import format_html, format_html_join

from clinical.medicines import amounts

register = template.Library()


@register.filter
def dose(text):
    """A dose with each number beside its unit: <span class="nb">5 mg</span>."""
    pieces = (
        (format_html('<span class="nb">{}</span>', words) if whole else words,) for words, whole in amounts(text or "")
    )
    return format_html_join("", "{}", pieces)
