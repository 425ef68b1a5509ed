"""What the database refuses, said in the form that was sent, with what was typed still in it."""

from django.contrib import messages
from django.db import DatabaseError, transaction
from django.shortcuts import redirect
from django.urls import reverse

from emr_site.db import ProcedureRefused, refusal_code
from emr_site.once import KeyedForm
from emr_site.refusals import OF_EVERY_FORM, at_field

UNKNOWN = "The database has refused this by its rule “{code}”. Nothing was saved."
IN_USE = "Other records refer to this one, so it stays. Nothing was deleted."
STILL_REFERRED_TO = 1451


class RefusalsInForms:
    """Mix in before ModelAdmin. `refusals` is the room's {code: (field or None, sentence)}."""

    refusals = {}

    def refusal(self, error):
        """(field or None, sentence) for a refusal; raises what is a fault of ours instead."""
        if error.args and error.args[0] == STILL_REFERRED_TO:
            return None, IN_USE
        code = refusal_code(error)
        if code is None:
            raise error
        known = OF_EVERY_FORM | self.refusals
        return known.get(code, (None, UNKNOWN.format(code=code)))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            with transaction.atomic():
                response = super().changeform_view(request, object_id, form_url, extra_context)
        except (DatabaseError, ProcedureRefused) as error:
            # The form is sent through once more, now knowing why it cannot be saved.
            request.refusal = self.refusal(error)
            response = super().changeform_view(request, object_id, form_url, extra_context)
        shown = getattr(response, "context_data", None) or {}
        if request.method == "POST" and shown.get("errors"):
            response.status_code = 422
        return response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (RefusedForm, form), {"refusal": refusal}) if refusal else form

    def delete_view(self, request, object_id, extra_context=None):
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except (DatabaseError, ProcedureRefused) as error:
            messages.error(request, self.refusal(error)[1])
            return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id]))


class RefusedForm:
    """A form to which the database has already said no."""

    def clean(self):
        cleaned = super().clean()
        self.add_error(*at_field(self, self.refusal))
        if isinstance(self, KeyedForm):
            self.renew_key()  # its key may be another form's
        return cleaned
