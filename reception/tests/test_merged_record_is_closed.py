"""Nothing is written of a patient whose record was merged, whoever writes."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from clinical.tests import factories as clinical
from emr_site.sql.merge_triggers import OF_TWO_PATIENTS
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.models import Patient, PatientContact, PatientPhone
from reception.tests import factories as desk
from reception.tests import message_factories as messages
from reception.tests import record_factories as records
from reception.tests import waiting_factories as waiting
from reception.tests.merging import merge, tables_of_patients

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(cast, kept):
    patient = desk.PatientFactory(family_name="Hale", given_name="Anne")
    merge(cast, kept, patient)
    return Patient.objects.get(pk=patient.pk)


@pytest.mark.parametrize(
    "factory",
    [
        clinical.AllergyFactory, clinical.ProblemFactory, clinical.PrescriptionFactory, clinical.VitalSignsFactory,
        clinical.FamilyHistoryFactory, records.InsuranceFactory, desk.VisitFactory, records.PatientPhoneFactory,
        messages.MessageFactory, records.ConsentFactory, waiting.WaitingRequestFactory, messages.PortalRequestFactory,
        desk.AppointmentSeriesFactory, records.PatientPhotoFactory,
    ],
)  # fmt: skip
def test_it_takes_no_new_row(closed, factory):
    more = {"taken_at": timezone.now()} if factory is clinical.VitalSignsFactory else {}
    with transaction.atomic(), pytest.raises(DatabaseError, match="patient_is_merged"):
        factory(patient=closed, **more)


def test_no_table_of_patients_lacks_the_rule(owner):
    # MySQL shows triggers only to whoever may make them.
    owner.execute("SHOW TRIGGERS")
    found = {(row[2], row[1]) for row in owner.fetchall() if row[0].startswith("Merged")}
    wanted = {(table, event) for table in tables_of_patients() - OF_TWO_PATIENTS for event in ("INSERT", "UPDATE")}
    assert found == wanted


def test_no_row_is_given_to_another_patient(cast, kept):
    contact = records.PatientContactFactory()
    with signed(), pytest.raises(DatabaseError, match="patient_cannot_change"):
        PatientContact.objects.filter(pk=contact.pk).update(patient=kept)


def test_an_appointment_is_not_given_to_it(closed):
    appointment = desk.AppointmentFactory()
    with signed(), pytest.raises(DatabaseError, match=r"patient_is_merged|patient_inactive"):
        type(appointment).objects.filter(pk=appointment.pk).update(patient=closed)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE Patient SET family_name = 'X' WHERE patient_id = {closed}",
        "UPDATE Patient SET merged_into_id = NULL WHERE patient_id = {closed}",
        "INSERT INTO Patient (family_name, merged_into_id, deactivated_at) VALUES ('Z', {kept}, NOW())",
    ],
)
def test_it_stays_as_it_was(kept, closed, statement):
    refused = pytest.raises(DatabaseError, match=r"patient_is_merged|patient_merge_by_procedure")
    with signed(), connection.cursor() as cursor, refused:
        cursor.execute(statement.format(kept=kept.pk, closed=closed.pk))


def test_a_form_that_a_merge_has_overtaken_shows_where_to_go(cast, kept, monkeypatch):
    other = desk.PatientFactory(family_name="Hale", given_name="Anne")

    def merged_meanwhile(user, patient):
        """Asked after the page has looked whether the record is merged, and before it writes."""
        with signed():
            merge_patients(kept.pk, other.pk, reason="Same passport")
        return True

    client = cast.browse_as(cast.rosa)
    form = client.get(f"/patients/{other.pk}/phones/new/").context["form"]
    data = {each.name: each.value() or "" for each in form} | {"number": "01632 960 777", "kind": "mobile"}
    monkeypatch.setattr("reception.locums.may_open", merged_meanwhile)
    answer = client.post(f"/patients/{other.pk}/phones/new/", data)
    assert answer.status_code == 409
    assert "01632 960 777" in answer.content.decode()
    assert not PatientPhone.objects.filter(number="01632 960 777").exists()
