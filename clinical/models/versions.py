"""Rows that two people may have open at once."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder


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
        """A fingerprint of what a form can change: it differs whenever one of these values does."""
        values = [getattr(self, self._meta.get_field(name).attname) for name in self.version_fields]
        return hashlib.sha256(json.dumps(values, cls=DjangoJSONEncoder).encode()).hexdigest()
