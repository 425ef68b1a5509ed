"""The consents of a patient: recorded with the text in sight, and withdrawn."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception import consents
from reception.forms.consents import RecordConsentForm, WithdrawConsentForm
from reception.messages import MESSAGES
from reception.models import ConsentForm
from reception.patient_pages import patient_page


@permission_required("reception.add_consent")
@patient_page("consents")
def record_consent(request, patient, form_id):
    # One that was retired while the page was open is refused when it is sent, with what was typed still there.
    forms = ConsentForm.objects.all() if request.method == "POST" else ConsentForm.objects.live()
    asked = get_object_or_404(forms, pk=form_id)
    form = RecordConsentForm(posted(request), patient=patient, initial={"signed_by_name": patient.full_name})

    def record():
        def write():
            return consents.record(patient.pk, asked.pk, by=request.user, **form.answer)

        once(form, request.user, write, about=asked.pk)

    if went_through(form, record, MESSAGES):
        messages.success(request, f"{asked.title}: the answer is recorded.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "asked": asked, "tab": "information"}
    return render_form(request, "reception/record_consent.html", form, **context)


@permission_required("reception.change_consent")
@patient_page("consents")
def withdraw_consent(request, patient, pk):
    consent = get_object_or_404(patient.consents.select_related("consent_form"), pk=pk)
    form = WithdrawConsentForm(posted(request), patient=patient)

    def withdraw():
        consents.withdraw(consent.pk, by=request.user, reason=form.cleaned_data["reason"])

    if went_through(form, withdraw, MESSAGES):
        messages.success(request, f"{consent.consent_form.title}: the answer is withdrawn.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "consent": consent, "tab": "information"}
    return render_form(request, "reception/withdraw_consent.html", form, **context)
