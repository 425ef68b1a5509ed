"""Which consents a patient has given, refused, or not been asked for."""

from django.db import transaction
from django.utils import timezone

from reception.models import Consent, ConsentForm

AGREED_LATER = "Agreed later"


def missing(patient_ids):
    """Those of the patients who have answered not all of the required forms of today, as a set of ids; two queries."""
    required = set(ConsentForm.objects.live().filter(is_required=True).values_list("pk", flat=True))
    if not required:
        return set()
    answered = {patient_id: set() for patient_id in patient_ids}
    live = Consent.objects.live().filter(patient_id__in=answered, consent_form_id__in=required)
    for patient_id, form_id in live.values_list("patient_id", "consent_form_id"):
        answered[patient_id].add(form_id)
    return {patient_id for patient_id, forms in answered.items() if forms != required}


def asked_of(patient):
    """(form, live consent or None) of every form of today, and then the consents that no longer count."""
    given = list(patient.consents.select_related("consent_form").order_by("-signed_at", "-id"))
    live = {each.consent_form_id: each for each in given if each.withdrawn_at is None}
    forms = [(form, live.pop(form.pk, None)) for form in ConsentForm.objects.live()]
    return forms, [each for each in given if each.withdrawn_at or each.pk in {old.pk for old in live.values()}]


def record(patient_id, form_id, *, by, **columns):
    """Write down an answer; return its id. columns: decision, signed_at, signed_by_name, signed_by_relation, method.

    Who has refused may agree later: the refusal is then withdrawn, and stays to be read.
    """
    with transaction.atomic():
        if columns["decision"] == Consent.Decision.AGREED:
            refusals = Consent.objects.live().filter(patient_id=patient_id, consent_form_id=form_id)
            refused = refusals.filter(decision=Consent.Decision.REFUSED).select_for_update().first()
            # A paper that is older than the refusal does not speak against it.
            if refused and timezone.localdate(columns["signed_at"]) >= timezone.localdate(refused.signed_at):
                withdraw(refused.pk, by=by, reason=AGREED_LATER)
        return Consent.objects.create(patient_id=patient_id, consent_form_id=form_id, recorded_by=by, **columns).pk


def withdraw(consent_id, *, by, reason):
    """Take a consent back; the row stays with who had signed and when. The database refuses to do it twice."""
    with transaction.atomic():
        row = Consent.objects.select_for_update().get(pk=consent_id)
        moment = max(timezone.now(), row.signed_at)
        Consent.objects.filter(pk=row.pk).update(withdrawn_at=moment, withdrawn_by=by, withdrawal_reason=reason)
