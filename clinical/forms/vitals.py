"""The form of a set of measurements: each value with its unit, as people write it."""

import re
from datetime import timedelta
from decimal import Decimal

from django import forms
from django.utils import timezone

from clinical.forms.orders import BoxForm
from clinical.messages import MESSAGES
from clinical.vitals.units import Unreadable, measured, pressure
from reception.models import Visit

SAY = {
    "temperature": "Write a temperature such as 37.2, or 99 F.",
    "weight": "Write a weight such as 70.5, 154 lb, 11 st 4 lb or 3200 g.",
    "height": "Write a height such as 172, 1.72 m, 68 in or 5 ft 8 in.",
}
COLUMNS = {"temperature": "temperature_c", "weight": "weight_kg", "height": "height_cm"}
# The table's own limits; a number far beyond them would not even fit its column.
LIMITS = {
    "temperature": (25, 45),
    "weight": (Decimal("0.2"), 500),
    "height": (20, 272),
    "systolic": (40, 300),
    "diastolic": (20, 200),
}
COUNTED_IN = re.compile(r"\s*(?:%|/\s*min|/\s*10|bpm|per min(?:ute)?)\s*$", re.IGNORECASE)


class Counted(forms.IntegerField):
    """A whole number, with or without what is counted: 93 or 93%, 72 or 72/min."""

    def to_python(self, value):
        return super().to_python(COUNTED_IN.sub("", value) if isinstance(value, str) else value)


def typed(label, hint):
    return forms.CharField(
        label=label, required=False, max_length=20,
        widget=forms.TextInput(attrs={"placeholder": hint, "autocomplete": "off"}),
    )  # fmt: skip


def counted(label, low, high):
    said = dict.fromkeys(("invalid", "min_value", "max_value"), f"Write a whole number from {low} to {high}.")
    attributes = {"inputmode": "numeric", "autocomplete": "off"}
    return Counted(
        label=label, required=False, min_value=low, max_value=high, error_messages=said,
        widget=forms.TextInput(attrs=attributes),
    )  # fmt: skip


class VitalSignsForm(BoxForm):
    blood_pressure = typed("BP, mmHg", "120/80")
    pulse_per_min = counted("Pulse", 20, 300)
    respirations_per_min = counted("Resp.", 4, 120)
    temperature = typed("Temp., °C", "37.0")
    spo2_percent = counted("SpO₂, %", 30, 100)
    weight = typed("Weight, kg", "70.5")
    height = typed("Height, cm", "172")
    pain_0_to_10 = counted("Pain, 0 to 10", 0, 10)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, box="vitals", **kwargs)
        of_patient = Visit.objects.filter(patient=self.patient)
        self.fields["visit"] = forms.ModelChoiceField(of_patient, required=False, widget=forms.HiddenInput)

    def clean_blood_pressure(self):
        text = self.cleaned_data["blood_pressure"]
        if not text:
            return None
        try:
            found = pressure(text)
        except Unreadable:
            raise forms.ValidationError("Write both values: 120/80, or 16/10.6 kPa.") from None
        for name, value in zip(("systolic", "diastolic"), found[2:], strict=True):
            check_limits(name, value)
        return found

    def clean_temperature(self):
        return self.one_measure("temperature")

    def clean_weight(self):
        try:
            return self.one_measure("weight")
        except forms.ValidationError as refusal:
            text = self.cleaned_data["weight"].strip()
            if text.isdigit() and self.is_infant and int(text) > LIMITS["weight"][1]:
                raise forms.ValidationError(f"Did you mean grams? Write {text} g.") from refusal
            raise

    def clean_height(self):
        return self.one_measure("height")

    def one_measure(self, name):
        text = self.cleaned_data[name]
        if not text:
            return None
        try:
            found = measured(name, text)
        except Unreadable:
            raise forms.ValidationError(SAY[name]) from None
        check_limits(name, found.value)
        return found

    @property
    def is_infant(self):
        born = self.patient.date_of_birth
        return bool(born) and born > timezone.localdate() - timedelta(days=365)

    def clean(self):
        cleaned = super().clean()
        values = [cleaned.get(name) for name in self.fields if name not in ("visit", "patient_id", "idempotency_key")]
        if not self.errors and all(value in (None, "") for value in values):
            self.add_error("blood_pressure", "Write at least one value.")
        return cleaned

    @property
    def columns(self):
        """What was measured, as the columns of the table."""
        cleaned = self.cleaned_data
        counted = ("pulse_per_min", "respirations_per_min", "spo2_percent", "pain_0_to_10")
        found = {name: cleaned[name] for name in counted} | {"visit": cleaned["visit"]}
        for name, column in COLUMNS.items():
            if cleaned[name]:
                found |= {column: cleaned[name].value, f"{name}_typed": cleaned[name].typed}
                found[f"{name}_unit"] = cleaned[name].unit
        if cleaned["blood_pressure"]:
            names = ("blood_pressure_typed", "blood_pressure_unit", "systolic_mmhg", "diastolic_mmhg")
            found |= dict(zip(names, cleaned["blood_pressure"], strict=True))
        return found


def check_limits(name, value):
    low, high = LIMITS[name]
    if not low <= value <= high:
        raise forms.ValidationError(MESSAGES[f"clinical_vital_{name}_range"][1])
