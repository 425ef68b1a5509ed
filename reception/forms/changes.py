"""Changing a booked time: moving it, correcting what it is about, cancelling it."""

from django import forms

from emr_site.version_form import VersionForm
from reception.forms.appointments import AboutFields, TimeFields
from reception.models import AppointmentType


class AppointmentForm(VersionForm):
    """A change of an appointment, by one who has seen it as it was then."""

    use_required_attribute = False

    def once_more(self, data, row):
        return type(self)(data, row=row)


class MoveAppointmentForm(AppointmentForm, TimeFields):
    move_reason = forms.CharField(
        label="Reason",
        max_length=255,
        error_messages={"required": "Say why it is moved."},
        help_text="Such as: the patient asked for it, the doctor is away.",
    )
    field_order = ("provider", "date", "time", "duration_minutes", "move_reason", "overbook")
    # What is said about this change, and what the row holds of an earlier one, are not compared.
    own = ("move_reason", "overbook")

    def typed_names(self):
        return [name for name in super().typed_names() if name not in self.own]

    def once_more(self, data, row):
        return type(self)(data, row=row, may_overbook=self.may_overbook)


class CancelAppointmentForm(AppointmentForm):
    cancel_reason = forms.CharField(
        label="Reason",
        max_length=255,
        error_messages={"required": "Say why it is cancelled."},
        help_text="Such as: the patient called, the doctor is ill.",
    )


class EditAppointmentForm(AppointmentForm, AboutFields):
    """What it is about; when and with whom is a move."""

    desk_note = forms.CharField(
        label="Note for the desk",
        max_length=255,
        required=False,
        empty_value=None,
        help_text="Such as: comes with an interpreter. The patient does not see it.",
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        # The one it has may have gone out of use.
        kinds = AppointmentType.objects.active() | AppointmentType.objects.filter(pk=row.appointment_type_id)
        self.fields["appointment_type"].queryset = kinds

    @property
    def columns_typed(self):
        kind = self.cleaned_data["appointment_type"]
        columns = {name: self.cleaned_data[name] for name in ("reason", "desk_note")}
        return {"appointment_type_id": kind and kind.pk, **columns}
