"""Two records of one person, the other with a row of every kind, and what the tests of merging do with them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from billing.models import Fee, ProposedCharge
from billing.tests.factories import BillingFactory
from clinical.tests import factories as clinical
from clinical.tests.notes import signed_by, written
from emr_site.tests.factories import signed
from reception.models import CheckInCode, MessageOptOut, OutboxDelivery, PatientMerge, StatedReason, Visit
from reception.tests import factories as desk
from reception.tests import message_factories as messages
from reception.tests import record_factories as records
from reception.tests import waiting_factories as waiting


def tables_of_patients():
    """Every table with a foreign key to a patient by the name of patient_id."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
            " AND column_name = 'patient_id' AND referenced_table_name IS NOT NULL"
        )
        return {name for (name,) in cursor.fetchall()} - {"PatientMerge", "PossibleDuplicate"}


def rows_of(patient):
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables_of_patients()):
            cursor.execute(f"SELECT COUNT(*) FROM {table} WHERE patient_id = %s", [patient.pk])
            found[table] = cursor.fetchone()[0]
    return found


def everything():
    """Every row of every table of patients, as it stands."""
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables_of_patients()):
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            found[table] = cursor.fetchall()
    return found


def merge(cast, kept, other, **fields):
    data = {"patient_id": kept.pk, "reason": "Same passport"} | fields
    return cast.browse_as(cast.rosa).post(f"/patients/{kept.pk}/merge/{other.pk}/", data)


def undone(cast, kept):
    url = f"/patients/{kept.pk}/merges/{PatientMerge.objects.latest('pk').pk}/undo/"
    return cast.browse_as(cast.rosa).post(url, {"patient_id": kept.pk})


@pytest.fixture
def kept(cast):
    return desk.PatientFactory(family_name="Hale", given_name="Ann", phone_number="01632 960 001")


@pytest.fixture
def other(cast):
    """A second record of the same person, with a row of every kind."""
    patient = desk.PatientFactory(
        family_name="Hale", given_name="Anne", phone_number="01632 960 002", email="ann@example.org", user=cast.bo
    )
    series = desk.AppointmentSeriesFactory(patient=patient)
    appointment = desk.AppointmentFactory(patient=patient, date=desk.day(0), series=series)
    with signed():
        visit = Visit.objects.create(
            patient=patient, provider=appointment.provider, appointment=appointment, date=desk.day(0)
        )
    of_the_desk(patient, appointment)
    of_the_chart(cast, patient, visit)
    BillingFactory(patient=patient, visit=visit)
    with signed():
        fee = Fee.objects.create(code="T1", title="Talk", amount="10.00")
        ProposedCharge.objects.create(patient=patient, visit=visit, fee=fee, title="Talk", amount="10.00")
    return patient


def of_the_desk(patient, appointment):
    messages.AppointmentAnswerFactory(appointment=appointment)
    message = messages.MessageFactory(patient=patient, appointment=appointment)
    for factory in (
        records.InsuranceFactory, records.PatientPhoneFactory, records.PatientContactFactory,
        records.PatientPhotoFactory, records.ConsentFactory, messages.PortalRequestFactory,
    ):  # fmt: skip
        factory(patient=patient)
    waiting.FreedSlotFactory(patient=patient)
    waiting.SlotOfferFactory(waiting_request=waiting.WaitingRequestFactory(patient=patient))
    messages.SelfCheckInFactory(appointment=appointment)
    with signed():
        CheckInCode.objects.create(appointment=appointment, patient=patient, date=desk.day(0), code="123456")
        MessageOptOut.objects.create(patient=patient, channel="sms", said_by="desk")
        OutboxDelivery.objects.create(message=message, patient=patient)


def of_the_chart(cast, patient, visit):
    earlier = desk.VisitFactory(patient=patient, provider=visit.provider)
    clinical.ClinicalRecordFactory(visit=earlier)
    clinical.TestFactory(visit=earlier)
    clinical.PrescriptionFactory(patient=patient, visit=visit, provider=visit.provider, ended_on=desk.day(0))
    for factory in (
        clinical.AllergyStatementFactory, clinical.FamilyHistoryFactory, clinical.SurgicalHistoryFactory,
        clinical.SocialHistoryFactory, clinical.SmokingStatusFactory, clinical.AllergyFactory,
    ):  # fmt: skip
        factory(patient=patient, visit=visit)
    clinical.VitalSignsFactory(patient=patient, visit=visit, taken_at=timezone.now() - timedelta(minutes=1))
    problem = clinical.ProblemFactory(patient=patient, visit=visit)
    clinical.VisitDiagnosisFactory(visit=visit, problem=problem)
    signed_by(cast.okafor, written(visit))
    with signed():
        StatedReason.objects.create(patient=patient, user=cast.ned, reason="On call", day=desk.day(0))
