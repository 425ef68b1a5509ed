"""Pressing twice creates one row: every creating form carries a key, written with the row it stands for."""

import uuid

from django import forms
from django.db import IntegrityError, transaction

from emr_site.db import refusal_code
from emr_site.models import Submission


class KeyedForm(forms.Form):
    """A creating form with its key; mix in before Form or ModelForm."""

    idempotency_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def once(key, user, create):
    """Run `create()`, which returns the new row's id, unless this key's form has created one before.

    Returns (id, created). `create` and the note of its key are one transaction: a second arrival waits for the
    first, and is led to its row; an error in `create` leaves nothing, and the key unused.
    """
    mine = {"idempotency_key": str(key), "user_id": user.pk or 0}
    try:
        with transaction.atomic():
            submission = Submission.objects.create(**mine)
            record_id = create()
            Submission.objects.filter(pk=submission.pk).update(record_id=record_id)
            return record_id, True
    except IntegrityError as error:
        if refusal_code(error) != "submission_once":
            raise
    return Submission.objects.values_list("record_id", flat=True).get(**mine), False


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

        obj.pk, request.created_now = once(form.cleaned_data["idempotency_key"], request.user, create)

    def save_related(self, request, form, formsets, change):
        """A second arrival finds what belongs to its row as the first left it."""
        if getattr(request, "created_now", True):
            return super().save_related(request, form, formsets, change)
        for formset in formsets:
            formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
