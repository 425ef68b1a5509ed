"""Rows that two people may have open at once."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.crypto import salted_hmac

from emr_site.db import ProcedureRefused


class EditConflict(Exception):
    """Someone has saved since the form was opened; `row` is what stands there now."""

    def __init__(self, row):
        super().__init__(f"{row} has been changed meanwhile")
        self.row = row


class Versioned:
    """Mix in before Model: a row knows which state of itself a form was filled from."""

    # What a form can change; the rest may move on without a conflict.
    version_fields = ()

    @property
    def version(self):
        """A fingerprint of each value that a form can change, in the order of version_fields."""
        values = [getattr(self, self._meta.get_field(name).attname) for name in self.version_fields]
        return ".".join(fingerprint(value) for value in values)

    @classmethod
    def fingerprints(cls, version):
        """The fingerprints of a version by field; of one that is none of ours, none."""
        found = version.split(".")
        return dict(zip(cls.version_fields, found, strict=True)) if len(found) == len(cls.version_fields) else {}


def fingerprint(value):
    """Of a column's value, or of the row that a foreign key refers to; nobody outside can guess the value from it."""
    text = json.dumps(getattr(value, "pk", value), cls=DjangoJSONEncoder)
    return salted_hmac("emr_site.versions", text, algorithm="sha256").hexdigest()[:16]


def hold(model, pk, *, seen, gone):
    """Lock a row until the transaction ends; raise EditConflict when it is no longer as it was `seen`.

    A row that is no longer there is refused with the code `gone`.
    """
    row = model.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        raise ProcedureRefused(gone)
    if row.version != seen:
        raise EditConflict(row)
    return row


def write_changed(row, **columns):
    """Write the values that differ from the row's; no change is audited where there is none."""
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    if changed:
        type(row).objects.filter(pk=row.pk).update(**changed)
