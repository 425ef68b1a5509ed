"""Providers, rooms, patients and appointments in the back office."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditLog, Look
from clinical.tests.factories import ClinicalRecordFactory
from reception.models import Appointment, Insurance, Patient, Provider, Room
from reception.tests.factories import (
    AppointmentFactory,
    PatientFactory,
    ProviderFactory,
    RoomFactory,
    VisitFactory,
    day,
)
from reception.tests.record_factories import InsuranceFactory
from reception.tests.schedule_factories import ProviderHoursFactory

pytestmark = pytest.mark.django_db
NO_HOURS = {"hours-TOTAL_FORMS": "0", "hours-INITIAL_FORMS": "0"}


def address(model, verb, *args):
    return reverse(f"admin:reception_{model._meta.model_name}_{verb}", args=args)


def test_staff_add_a_provider_with_hours_once_however_often_they_press(cast):
    sent = {
        "prefix": "Dr.",
        "given_name": "Maya",
        "family_name": "Chen",
        "idempotency_key": "0b8f6a50-07a1-4c7b-8b0e-5d8b3f5a2c01",
        "hours-TOTAL_FORMS": "1",
        "hours-INITIAL_FORMS": "0",
        "hours-0-weekday": "0",
        "hours-0-starts": "9:00",
        "hours-0-ends": "17:00",
    }
    client = cast.browse_as(cast.sam)
    for _ in range(2):  # pressed twice
        assert client.post(address(Provider, "add"), sent).status_code == 302
    provider = Provider.objects.get(family_name="Chen")
    assert (provider.name, provider.department, str(provider.hours.get())) == (
        "Dr. Maya Chen",
        None,
        "Monday 09:00 to 17:00",
    )
    assert AuditLog.objects.get(table_name="Provider", record_id=provider.pk).user_name == "sam"


def test_a_refusal_of_the_database_is_an_error_of_the_form(cast):
    first = ProviderHoursFactory(weekday=0)
    sent = NO_HOURS | {
        "family_name": "Renamed",
        "hours-TOTAL_FORMS": "2",
        "hours-INITIAL_FORMS": "1",
        "hours-0-id": first.pk,
        "hours-0-provider": first.provider_id,
        "hours-0-weekday": "0",
        "hours-0-starts": "09:00",
        "hours-0-ends": "17:00",
        "hours-1-provider": first.provider_id,
        "hours-1-weekday": "1",
        "hours-1-starts": "17:00",
        "hours-1-ends": "09:00",
    }
    response = cast.browse_as(cast.sam).post(address(Provider, "change", first.provider_id), sent)
    assert response.status_code == 422
    text = response.content.decode()
    assert "A stretch of hours ends before it begins. Change one of its times." in text
    assert 'value="Renamed"' in text
    assert "<title>Error: " in text
    assert not Provider.objects.filter(family_name="Renamed").exists()


def test_an_overlap_is_said_at_the_time(cast):
    taken = AppointmentFactory()
    other = AppointmentFactory(provider=taken.provider, date=day(2))
    sent = {
        "patient": other.patient_id,
        "provider": other.provider_id,
        "date": taken.date.isoformat(),
        "time": "10:30",
        "duration_minutes": "15",
        "status": "Scheduled",
        "move_reason": "A call",
    }
    response = cast.browse_as(cast.ada).post(address(Appointment, "change", other.pk), sent)
    assert response.status_code == 422
    assert response.context_data["adminform"].form.errors == {
        "time": ["The provider has another appointment at this time. Choose another time."]
    }
    other.refresh_from_db()
    assert other.date == day(2)


def test_staff_remove_a_room_that_nothing_refers_to_and_no_other(cast):
    used, unused = RoomFactory(), RoomFactory()
    ClinicalRecordFactory(room=used)
    client = cast.browse_as(cast.sam)
    for room in (used, unused):
        client.post(address(Room, "delete", room.pk), {"post": "yes"})
    assert list(Room.objects.all()) == [used]
    page = client.get(address(Room, "change", used.pk)).content.decode()
    assert "Other records refer to this one, so it stays. Nothing was deleted." in page


def test_a_provider_is_deactivated_and_comes_back(cast):
    provider = ProviderFactory()
    client = cast.browse_as(cast.sam)
    chosen = {"_selected_action": [provider.pk]}
    client.post(address(Provider, "changelist"), chosen | {"action": "deactivate"})
    provider.refresh_from_db()
    assert timezone.now() - provider.deactivated_at < timezone.timedelta(minutes=1)
    client.post(address(Provider, "changelist"), chosen | {"action": "reactivate"})
    provider.refresh_from_db()
    assert provider.deactivated_at is None


@pytest.mark.parametrize("model", [Patient, Provider, Appointment])
def test_what_has_a_history_is_not_deleted_here(cast, model):
    cast.call_everyone()
    row = model.objects.first()
    response = cast.browse_as(cast.ada).post(address(model, "delete", row.pk), {"post": "yes"})
    assert response.status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def test_it_finds_a_patient_by_number_and_not_by_name(cast):
    able, baker = PatientFactory(family_name="Able"), PatientFactory(family_name="Baker")
    client = cast.browse_as(cast.sam)
    for typed, found in ((able.mrn, True), ("able", False)):
        text = client.get(address(Patient, "changelist"), {"q": typed}).content.decode()
        assert (str(able) in text) is found
        assert str(baker) not in text


def test_opening_a_patient_is_a_look_and_listing_them_is_none(cast):
    patient = PatientFactory()
    client = cast.browse_as(cast.sam)
    client.get(address(Patient, "changelist"))
    assert not Look.objects.exists()
    client.get(address(Patient, "change", patient.pk))
    look = Look.objects.get()
    assert (look.patient_id, look.part, look.user_name) == (patient.pk, "back office: patient", "sam")


def test_staff_read_patients_and_change_nothing(cast):
    patient = PatientFactory()
    client = cast.browse_as(cast.sam)
    assert client.post(address(Patient, "change", patient.pk), {"family_name": "Other"}).status_code == 403
    assert client.get(address(Patient, "add")).status_code == 403


def test_an_insurance_stays_with_its_patient(cast):
    insurance, other = InsuranceFactory(), PatientFactory()
    sent = {"patient": other.pk, "insurance_details": "New plan", "holder_relation": "self"}
    sent |= {"starts_on": "1/2/2026", "ends_on": "2026-01-01"}
    client = cast.browse_as(cast.sam)
    refused = client.post(address(Insurance, "change", insurance.pk), sent)
    assert "The insurance ends before it starts." in refused.content.decode()
    client.post(address(Insurance, "change", insurance.pk), sent | {"ends_on": "28-Feb-2026"})
    owner = insurance.patient_id
    insurance.refresh_from_db()
    assert (insurance.patient_id, insurance.insurance_details) == (owner, "New plan")


def test_visits_are_read_only(cast):
    visit = VisitFactory()
    client = cast.browse_as(cast.ada)
    assert client.get(address(type(visit), "change", visit.pk)).status_code == 200
    assert client.post(address(type(visit), "change", visit.pk), {"reason": "Other"}).status_code == 403
    assert client.get(address(type(visit), "add")).status_code == 403
