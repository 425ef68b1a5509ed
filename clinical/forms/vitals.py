"""The form of a set of measurements: each value with its unit, as people write it."""

from django import forms

from clinical.forms.orders import BoxForm
from clinical.vitals.units import Unreadable, measured, pressure
from reception.models import Visit

SAY = {
    "temperature": "Write a temperature such as 37.2, or 99 F.",
    "weight": "Write a weight such as 70.5, 154 lb or 3200 g.",
    "height": "Write a height such as 172, 1.72 m or 68 in.",
}
COLUMNS = {"temperature": "temperature_c", "weight": "weight_kg", "height": "height_cm"}


def typed(label, hint):
    return forms.CharField(
        label=label, required=False, max_length=20,
        widget=forms.TextInput(attrs={"placeholder": hint, "autocomplete": "off"}),
    )  # fmt: skip


def counted(label, low, high):
    said = dict.fromkeys(("invalid", "min_value", "max_value"), f"Write a whole number from {low} to {high}.")
    attributes = {"inputmode": "numeric", "autocomplete": "off"}
    return forms.IntegerField(
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
            return pressure(text)
        except Unreadable:
            raise forms.ValidationError("Write both values: 120/80, or 16/10.6 kPa.") from None

    def clean(self):
        cleaned = super().clean()
        for name in COLUMNS:
            if cleaned.get(name):
                try:
                    cleaned[name] = measured(name, cleaned[name])
                except Unreadable:
                    self.add_error(name, SAY[name])
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
