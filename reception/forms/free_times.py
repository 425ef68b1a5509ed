"""For which free times to look while a time is being booked or moved."""

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField, ClockField
from reception.free_times import free_times
from reception.models import AppointmentType, Provider
from reception.schedule import minutes

USUAL_LENGTH = 15  # minutes
BEFORE, AFTER = 3, 27  # days


class FreeTimesForm(forms.Form):
    """What has been chosen so far; what is not readable yet is left out."""

    provider = forms.ModelChoiceField(Provider.objects.active())
    appointment_type = forms.ModelChoiceField(AppointmentType.objects.active(), required=False)
    date = ClinicalDateField(required=False, future=True)
    time = ClockField(required=False)
    duration_minutes = forms.IntegerField(required=False, min_value=5, max_value=480)

    @classmethod
    def beside(cls, form):
        """Of a form that books or moves, as it stands on the screen."""
        return cls({name: form[name].value() for name in cls.base_fields if name in form.fields})

    def find(self):
        """{"provider", "around", "minutes", "times"} of the nearest free times; empty until the provider is chosen."""
        self.full_clean()
        chosen = self.cleaned_data
        if not chosen.get("provider"):
            return {}
        kind, at = chosen.get("appointment_type"), chosen.get("time")
        length = chosen.get("duration_minutes") or (kind.duration_minutes if kind else USUAL_LENGTH)
        around = chosen.get("date") or timezone.localdate()
        times = free_times(
            chosen["provider"], around=around, duration=length, at=minutes(at) if at else 0, before=BEFORE, after=AFTER
        )
        return {"provider": chosen["provider"], "around": around, "minutes": length, "times": sorted(times)}
