"""Addresses of the parts of a patient's history."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def history_url(verb, part, *args):
    """Where to `verb` ("add", "void") a row of that part."""
    return reverse(f"clinical:{verb}_{part}_history", args=args)
