"""The form behind a star: what was recorded at a visit, to be kept as a favourite."""

from django import forms
from django.db.models import F

from clinical.models import Favourite, Prescription, Test
from emr_site.once import DAMAGED
from reception.forms.of_patient import PatientForm

Kind = Favourite.Kind
# What of a row of the visit becomes a favourite.
CONTENTS = {
    Kind.MEDICINE: lambda visit: Prescription.objects.filter(visit=visit).values(
        "medication", "dosage", "instructions"
    ),
    Kind.TEST: lambda visit: Test.objects.filter(visit=visit).values(test_type=F("type")),
    Kind.DIAGNOSIS: lambda visit: (
        visit.diagnoses.live().exclude(problem__icd10_code=None).values(icd10_code_id=F("problem__icd10_code"))
    ),
}


class FavouriteForm(PatientForm):
    """It needs no key: what is a favourite already cannot become one twice."""

    kind = forms.ChoiceField(
        choices=Kind.choices,
        widget=forms.HiddenInput,
        error_messages={"required": DAMAGED, "invalid_choice": DAMAGED},
    )
    row = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": DAMAGED, "invalid": DAMAGED})

    def __init__(self, *args, visit, **kwargs):
        super().__init__(*args, **kwargs)
        self.visit = visit

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            found = CONTENTS[cleaned["kind"]](self.visit).filter(pk=cleaned["row"]).first()
            if found is None:
                raise forms.ValidationError("This is no longer recorded at this visit, and is not kept as a favourite.")
            cleaned["favourite"] = Favourite(kind=cleaned["kind"], **found)
        return cleaned
