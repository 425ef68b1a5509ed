"""A patient's picture, sent from a camera or a file."""

from django import forms

from reception.forms.of_patient import PatientForm
from reception.photos import LARGEST_UPLOAD, NoPicture, small_jpeg


class PhotoForm(PatientForm):
    photo = forms.FileField(
        help_text="A JPEG, PNG or WebP picture of at most 5 MB.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={
            "required": "Choose a picture.",
            "empty": "This file is empty. Choose another.",
            "invalid": "Choose a picture.",
        },
    )

    def clean_photo(self):
        """The picture as it is kept."""
        sent = self.cleaned_data["photo"]
        if sent.size > LARGEST_UPLOAD:
            raise forms.ValidationError("This file is larger than 5 MB. Choose a smaller picture.")
        try:
            return small_jpeg(sent)
        except NoPicture:
            raise forms.ValidationError("This is no picture that can be read. Send a JPEG, PNG or WebP.") from None
