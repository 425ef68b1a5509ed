"""What is said of a patient, at a visit or between two."""

from django import forms

from reception.forms.of_patient import CreateForm
from reception.models import Visit


class AtVisitForm(CreateForm):
    """`visit_id` says at which visit it was told, if at any."""

    visit_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_visit_id(self):
        visit_id = self.cleaned_data["visit_id"]
        if visit_id and not Visit.objects.filter(pk=visit_id, patient=self.patient).exists():
            raise forms.ValidationError("This visit is not one of this patient's.")
        return visit_id
