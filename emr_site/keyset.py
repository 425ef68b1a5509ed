"""Pages of a long list, each begun after the last row of the one before: never an OFFSET, never a count."""

import base64
import binascii
import json
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q

SIZE = 25


@dataclass(frozen=True)
class Page:
    """One page of rows; `following` is the mark after which the next one begins, None on the last."""

    rows: list
    following: str | None
    is_first: bool

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def page_after(mark, queryset, *, by, size=SIZE):
    """The page that follows `mark` (of a URL, unchecked; a wrong or empty one gives the first page).

    `by` names the columns in order, as order_by does, all in one direction, the last of them unique.
    """
    fields = [queryset.model._meta.get_field("id" if name in ("pk", "-pk") else name.lstrip("-")) for name in by]
    queryset, values = queryset.order_by(*by), read(mark, fields)
    if values is not None:
        queryset = queryset.filter(beyond(fields, values, falling=by[0].startswith("-")))
    rows = list(queryset[: size + 1])
    more = len(rows) > size
    return Page(rows[:size], write(rows[size - 1], fields) if more else None, values is None)


def beyond(fields, values, *, falling):
    """Rows after the one with these values; the servers put NULL first when rising and last when falling."""
    condition = Q()
    for field, value in reversed(list(zip(fields, values, strict=True))):
        name, to = field.name, "lt" if falling else "gt"
        here = Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
        further = Q(**{f"{name}__{to}": value}) if value is not None else Q(pk__isnull=falling)
        if falling and field.null and value is not None:
            further |= Q(**{f"{name}__isnull": True})
        if not falling and value is None:
            further = Q(**{f"{name}__isnull": False})
        within = further | (here & condition) if condition else further
        # The outer bound looks redundant, but it is what lets the servers use the index as a range.
        bound = Q(**{f"{name}__{to}e": value}) if value is not None and not field.null else Q()
        condition = bound & within
    return condition


def write(row, fields):
    values = [row[field.name] if isinstance(row, dict) else getattr(row, field.attname) for field in fields]
    return base64.urlsafe_b64encode(json.dumps(values, cls=DjangoJSONEncoder).encode()).decode().rstrip("=")


def read(mark, fields):
    """The values that a mark stands for; None when it is none of ours."""
    try:
        padded = (mark or "") + "=" * (-len(mark or "") % 4)
        values = json.loads(base64.urlsafe_b64decode(padded))
        return [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except (binascii.Error, ValueError, TypeError, ValidationError):
        return None
