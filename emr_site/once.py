"""Pressing twice creates one row: every creating form carries a key, written with the row it stands for."""

import hashlib
import json
import uuid

from django import forms
from django.db import IntegrityError, transaction

from emr_site.db import ProcedureRefused, refusal_code
from emr_site.models import Submission

NOT_TYPED = {"csrfmiddlewaretoken", "idempotency_key"}
DAMAGED = "This form is damaged. Copy what you typed, load the page again and send it once more."


class KeyedForm(forms.Form):
    """A creating form with its key; mix in before Form or ModelForm."""

    idempotency_key = forms.UUIDField(
        widget=forms.HiddenInput, initial=uuid.uuid4, error_messages={"required": DAMAGED, "invalid": DAMAGED}
    )

    @property
    def key(self):
        return str(self.cleaned_data["idempotency_key"])

    def contents(self, about):
        """A digest of what was sent, and of what it is about: a form that is sent again has the same."""
        typed = sorted((name, values) for name, values in self.data.lists() if name not in NOT_TYPED)
        text = json.dumps([self.key, type(self).__qualname__, about, typed])
        return hashlib.sha256(text.encode()).hexdigest()

    def renew_key(self):
        """Let what is typed here be sent as a form of its own."""
        self.data = self.data.copy()
        self.data[self.add_prefix("idempotency_key")] = str(uuid.uuid4())


def was_sent(form, user):
    """Whether this form, by its key, has created its row before: what it made must not speak against it."""
    return Submission.objects.filter(idempotency_key=form.key, user_id=user.pk or 0).exists()


def once(form, user, create, *, about=None):
    """Run `create()`, which returns the new row's id, unless this form has created one before.

    Returns (id, created). `create` and the note of the form's key are one transaction: a second arrival waits for the
    first, and is led to its row; an error in `create` leaves nothing, and the key unused. `about` is the row that the
    address names. Raises ProcedureRefused("sent_with_other_contents") for a key that came with other contents: someone
    went back in the browser and typed something else, which must neither be lost nor be taken for the first.
    """
    mine = {"idempotency_key": form.key, "user_id": user.pk or 0}
    contents = form.contents(about)
    try:
        with transaction.atomic():
            submission = Submission.objects.create(**mine, contents=contents)
            record_id = create()
            Submission.objects.filter(pk=submission.pk).update(record_id=record_id)
            return record_id, True
    except IntegrityError as error:
        if refusal_code(error) != "submission_once":
            raise
    first = Submission.objects.get(**mine)
    if first.contents != contents:
        form.renew_key()
        raise ProcedureRefused("sent_with_other_contents")
    return first.record_id, False


class OnceAdmin:
    """Mix in before ModelAdmin: the back office's add forms carry a key too."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None and not change:
            # Known before the fields are chosen, or the key would be taken for a misspelt column.
            kwargs["form"] = type(f"Keyed{self.form.__name__}", (KeyedForm, self.form), {})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [*fieldsets, (None, {"fields": ["idempotency_key"]})]

    def save_model(self, request, obj, form, change):
        if change:
            return super().save_model(request, obj, form, change)

        def create():
            super(OnceAdmin, self).save_model(request, obj, form, change)
            return obj.pk

        obj.pk, request.created_now = once(form, request.user, create)

    def save_related(self, request, form, formsets, change):
        """A second arrival finds what belongs to its row as the first left it."""
        if getattr(request, "created_now", True):
            return super().save_related(request, form, formsets, change)
        for formset in formsets:
            formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
