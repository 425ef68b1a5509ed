"""The logs in the back office: found by patient, person and time, with the values side by side."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from audit.models import AuditLog, Look
from audit.procedures import record_look
from emr_site.actor import acting_as, system_actor
from reception.tests.factories import PatientFactory, day

pytestmark = pytest.mark.django_db
LOG, LOOKS = "/back-office/audit/auditlog/", "/back-office/audit/look/"


def found(client, url=LOG, **query):
    """The entries that the list shows."""
    response = client.get(url, query)
    assert response.status_code == 200, response.content.decode()
    return list(response.context_data["cl"].result_list)


@pytest.fixture
def two_patients():
    with acting_as(system_actor("night_import")):
        able = PatientFactory(family_name="Able", phone_number=None)
    with acting_as(system_actor("day_import")):
        baker = PatientFactory(family_name="Baker")
    return able, baker


def test_it_finds_entries_by_either_number_of_the_patient(cast, two_patients):
    able, _ = two_patients
    client = cast.browse_as(cast.ada)
    spoken = f"{able.mrn[:3]} {able.mrn[3:6]} {able.mrn[6:]}"
    for number in (str(able.pk), able.mrn, spoken):
        assert {entry.patient_id for entry in found(client, patient=number)} == {able.pk}


def test_it_finds_entries_by_who_did_it(cast, two_patients):
    client = cast.browse_as(cast.ada)
    assert {entry.user_name for entry in found(client, who="night")} == {"night_import"}
    assert found(client, who="nobody") == []


def test_it_finds_entries_by_day_and_both_ends_belong(cast, two_patients):
    client = cast.browse_as(cast.ada)
    today = timezone.localdate().strftime("%d/%m/%Y")
    assert len(found(client, first_day=today, last_day=today, who="night")) == 1
    assert found(client, first_day=day(1).isoformat()) == []
    assert found(client, last_day=day(-1).isoformat()) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"patient": "Able"}, "Write the patient&#x27;s number in digits, such as 100 000 12."),
        ({"first_day": "soon"}, "From: Write the date as day, month, year"),
        ({"first_day": "2/1/2026", "last_day": "1/1/2026"}, "To: The last day is before the first day."),
    ],
)
def test_it_says_what_it_cannot_search_for(cast, query, sentence):
    response = cast.browse_as(cast.ada).get(LOG, query)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_it_shows_before_and_after_side_by_side(cast, two_patients):
    able, _ = two_patients
    with acting_as(system_actor("test")):
        able.phone_number, able.preferred_name = "01632 960 200", "<b>Abe</b>"
        able.save()
    entry = AuditLog.objects.get(table_name="Patient", record_id=able.pk, action="U")
    text = cast.browse_as(cast.ada).get(f"{LOG}{entry.pk}/change/").content.decode()
    assert '<th scope="row">phone_number</th><td>Not recorded</td><td>01632 960 200</td>' in text
    assert '<th scope="row">preferred_name</th><td>Not recorded</td><td>&lt;b&gt;Abe&lt;/b&gt;</td>' in text
    assert "family_name" not in text
    in_list = cast.browse_as(cast.ada).get(LOG, {"patient": able.pk}).content.decode()
    assert "phone_number" in in_list


def test_it_shows_only_one_side_of_what_was_added(cast, two_patients):
    able, _ = two_patients
    entry = AuditLog.objects.get(table_name="Patient", record_id=able.pk)
    text = cast.browse_as(cast.ada).get(f"{LOG}{entry.pk}/change/").content.decode()
    assert '<th scope="row">family_name</th><td></td><td>Able</td>' in text


def test_looks_are_found_in_the_same_way(cast, two_patients):
    able, baker = two_patients
    for name, patient in (("night_import", able), ("day_import", baker)):
        with acting_as(system_actor(name)):
            record_look(patient_id=patient.pk, part="chart")
    client = cast.browse_as(cast.ada)
    assert [look.patient_id for look in found(client, LOOKS, patient=able.mrn)] == [able.pk]
    assert [look.patient_id for look in found(client, LOOKS, who="day")] == [baker.pk]
    assert {look.patient_id for look in Look.objects.all()} == {able.pk, baker.pk}


def test_the_newest_comes_first_to_the_second(cast, two_patients):
    entries = found(cast.browse_as(cast.ada))
    moments = [entry.occurred_at for entry in entries]
    assert moments == sorted(moments, reverse=True)
    text = cast.browse_as(cast.ada).get(LOG, {"who": "night"}).content.decode()
    assert f"{timezone.localtime(entries[0].occurred_at):%d-%b-%Y}" in text
    assert datetime.now(tz=entries[0].occurred_at.tzinfo) - moments[0] < timedelta(minutes=1)


def test_nobody_changes_the_logs(cast, two_patients):
    client = cast.browse_as(cast.ada)
    entry = AuditLog.objects.first()
    assert client.post(f"{LOG}{entry.pk}/change/", {"user_name": "other"}).status_code == 403
    assert client.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{LOG}add/").status_code == 403
    assert cast.browse_as(cast.sam).get(LOG).status_code == 403
