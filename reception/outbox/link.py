"""The link in a message: who holds it may see and answer one appointment, and needs no account."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

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
