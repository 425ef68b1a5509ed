"""The link in a message: who holds it may see and answer one appointment, and needs no account."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from reception.merging import record_of
from reception.models import Appointment, Patient

SIGNER = {"salt": "reception.appointment_link", "sep": "."}


def token_of(appointment):
    """Bound to the patient too: an appointment that is given to another patient opens by none of the old links."""
    return Signer(**SIGNER).sign(f"{appointment.pk}-{appointment.patient_id}")


def link_of(appointment):
    return settings.SITE_URL + reverse("reception:answer_appointment", args=[token_of(appointment)])


def read(token):
    """(appointment's id, patient's id) of a token; None when we have not signed it."""
    try:
        appointment_id, patient_id = Signer(**SIGNER).unsign(token).split("-")
        return int(appointment_id), int(patient_id)
    except (BadSignature, ValueError):
        return None


def appointment_named_by(named):
    """The appointment of what a token says, while it is still its patient's; a link goes on working when the patient's
    record has been merged into another. None otherwise."""
    appointment_id, patient_id = named or (None, None)
    found = Appointment.objects.select_related("patient", "provider").filter(pk=appointment_id).first()
    if found is None or found.patient_id == patient_id:
        return found
    named_patient = Patient.objects.filter(pk=patient_id).first()
    return found if named_patient and record_of(named_patient).pk == found.patient_id else None
