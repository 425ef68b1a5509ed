"""The banner's allergies, for the templates of every room: a template loads what its room may not import."""

from django import template

from clinical.allergies import banner

register = template.Library()


@register.simple_tag(takes_context=True)
def allergies_of(context, patient):
    """The state for the banner's box; a page that shows the box itself may bring its own."""
    return context["allergies"] if "allergies" in context else banner(patient)
