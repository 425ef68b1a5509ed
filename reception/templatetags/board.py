"""The day board's columns."""

from django import template

from reception.cells import cells

register = template.Library()
# {% cells column day may_book=… %}: the cards of a column, its free times and those that are closed.
register.simple_tag(cells)
