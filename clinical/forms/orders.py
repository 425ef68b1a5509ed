"""What is ordered at a visit, from its one page: the day is the visit's own."""

from django import forms
from django.urls import reverse_lazy

from clinical.forms.fields import Prose
from reception.forms.of_patient import CreateForm

# What begins as typed is shown below, from two letters on.
FINDS = {
    "hx-get": reverse_lazy("clinical:medicine_options"), "hx-params": "medication", "hx-target": "next .options",
    "hx-trigger": "input changed delay:200ms", "hx-swap": "innerHTML", "hx-sync": "this:replace",
}  # fmt: skip


class BoxForm(CreateForm):
    """One of several forms on a page: `box` tells its fields' ids from theirs; without, they have none."""

    def __init__(self, *args, box="", **kwargs):
        super().__init__(*args, auto_id=f"{box}_%s" if box else False, **kwargs)


class PrescribeForm(BoxForm):
    medication = forms.CharField(
        label="Medicine", max_length=255, error_messages={"required": "Enter the name of the medicine."}
    )
    medication.widget.attrs |= {"autocomplete": "off", **FINDS}
    dosage = forms.CharField(label="Dose", max_length=100, required=False, empty_value=None)
    instructions = Prose(rows=1)


class OrderTestForm(BoxForm):
    type = forms.CharField(label="Test", max_length=255, error_messages={"required": "Enter what is tested."})
