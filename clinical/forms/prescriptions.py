"""Forms of a prescription."""

from django import forms
from django.utils import timezone

from clinical.forms.fields import Prose
from clinical.models import is_signed
from emr_site.fields import ClinicalDateField
from emr_site.templatetags.emr import clinical_date
from reception.forms.of_patient import CreateForm, PatientForm, UpdateForm
from reception.models import Visit

VISITS_TO_CHOOSE_FROM = 20


class VisitChoice(forms.ModelChoiceField):
    def label_from_instance(self, visit):
        return f"{clinical_date(visit.date)}, {visit.reason or 'reason not recorded'}"[:80]


class PrescriptionFields(forms.Form):
    medication = forms.CharField(
        label="Medicine",
        max_length=255,
        help_text="The generic name in small letters.",
        error_messages={"required": "Enter the name of the medicine."},
    )
    dosage = forms.CharField(
        label="Dose", max_length=100, required=False, empty_value=None, help_text="Such as 500 mg or 100 micrograms."
    )
    instructions = Prose(rows=2, help_text="As the patient will read them: One tablet twice a day with food.")
    prescribed_on = ClinicalDateField(
        past=True, label="Prescribed on", error_messages={"required": "Enter the day it was prescribed."}
    )


class CreatePrescriptionForm(PrescriptionFields, CreateForm):
    visit = VisitChoice(Visit.objects.none(), required=False, label="Ordered at the visit of", empty_label="No visit")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("prescribed_on", timezone.localdate())
        field = self.fields["visit"]
        # A signed visit is closed: what is prescribed later stands beside it.
        field.queryset = Visit.objects.filter(~is_signed("pk"), patient=self.patient).newest_first()
        # The last visits alone: a chart may have a thousand.
        visits = field.queryset[:VISITS_TO_CHOOSE_FROM]
        field.choices = [("", field.empty_label), *((visit.pk, field.label_from_instance(visit)) for visit in visits)]


class UpdatePrescriptionForm(PrescriptionFields, UpdateForm):
    # Rows of the first system have no date, and nobody is made to invent one.
    prescribed_on = ClinicalDateField(past=True, required=False, label="Prescribed on")


class EndPrescriptionForm(PatientForm):
    ended_on = ClinicalDateField(
        past=True, label="Last day", error_messages={"required": "Enter the last day on which it was taken."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ended_on", timezone.localdate())
