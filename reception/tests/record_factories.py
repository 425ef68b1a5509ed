"""What else is known of a patient: insurances, phones, kin, a picture, consents, a likely second record."""

import io
from datetime import timedelta

import factory
from django.utils import timezone
from PIL import Image

from emr_site.tests.factories import RowFactory
from reception.models import (
    Consent,
    ConsentForm,
    Insurance,
    PatientContact,
    PatientPhone,
    PatientPhoto,
    PossibleDuplicate,
)
from reception.tests.factories import PatientFactory, day


class PossibleDuplicateFactory(RowFactory):
    """Two records, of which the later one looks like the other."""

    class Meta:
        model = PossibleDuplicate

    other_patient = factory.SubFactory(PatientFactory)
    patient = factory.SubFactory(PatientFactory)
    reason = "Same phone"


class InsuranceFactory(RowFactory):
    class Meta:
        model = Insurance

    patient = factory.SubFactory(PatientFactory)
    insurance_details = "Northern Mutual"
    member_number = factory.Sequence(lambda n: f"NM{n:06d}")


class PatientPhoneFactory(RowFactory):
    class Meta:
        model = PatientPhone

    patient = factory.SubFactory(PatientFactory)
    number = factory.Sequence(lambda n: f"01632 961 {n:03d}")


class PatientContactFactory(RowFactory):
    class Meta:
        model = PatientContact

    patient = factory.SubFactory(PatientFactory)
    name = "Carol Kin"
    relation = PatientContact.Relation.SIBLING


def picture(width=40, height=30, kind="JPEG", **more):
    """A grey picture as a file's bytes."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(out, kind, **more)
    return out.getvalue()


class PatientPhotoFactory(RowFactory):
    class Meta:
        model = PatientPhoto

    patient = factory.SubFactory(PatientFactory)
    image = factory.LazyFunction(picture)


class ConsentFormFactory(RowFactory):
    """In use since last year, and asked of everybody."""

    class Meta:
        model = ConsentForm

    code = factory.Sequence(lambda n: f"form{n}")
    title = "Privacy notice"
    version = "1"
    body = "We keep your record safe."
    starts_on = factory.LazyFunction(lambda: day(-365))


class ConsentFactory(RowFactory):
    """Agreed to yesterday, by the patient."""

    class Meta:
        model = Consent

    patient = factory.SubFactory(PatientFactory)
    consent_form = factory.SubFactory(ConsentFormFactory)
    decision = "agreed"
    signed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    signed_by_name = "Pat Patient"
