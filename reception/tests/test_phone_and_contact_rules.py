"""What the database says of a patient's further phones and contacts, whoever writes."""

import pytest

from clinical.tests.acting import assert_refused, sql
from emr_site.tests.factories import signed
from reception import procedures
from reception.models import PatientContact, PatientPhone
from reception.tests.factories import PatientFactory
from reception.tests.record_factories import PatientContactFactory, PatientPhoneFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(cast):
    return cast.ann_record


def test_the_database_holds_the_rules_of_phones(cast, ann):
    PatientPhoneFactory(patient=ann, for_reminders=True)
    insert = "INSERT INTO PatientPhone (patient_id, number, kind, for_reminders) VALUES (%s, %s, %s, %s)"
    for code, number, kind, marked in (
        ("patient_phone_one_for_reminders", "01632 960 001", "home", 1),
        ("patient_phone_is_one", "12 34 5", "home", 0),
        ("patient_phone_is_one", "01632 960 call", "home", 0),
        ("patient_phone_kind_of_list", "01632 960 001", "fax", 0),
    ):
        columns = {"patient": ann, "number": number, "kind": kind, "for_reminders": bool(marked)}
        assert_refused(
            code, lambda c=columns: PatientPhone.objects.create(**c), sql(insert, ann.pk, number, kind, marked)
        )
    assert_refused("patient_phone_reminders_yes_or_no", sql(insert, ann.pk, "01632 960 001", "home", 2))


def test_the_database_holds_the_rules_of_contacts(ann):
    insert = "INSERT INTO PatientContact (patient_id, name, relation, phone, is_emergency) VALUES (%s, %s, %s, %s, %s)"
    for code, name, relation, phone, urgent in (
        ("patient_contact_name_not_blank", " ", "other", None, 0),
        ("patient_contact_relation_of_list", "Carol", "boss", None, 0),
        ("patient_contact_phone_is_one", "Carol", "other", "none", 0),
        ("patient_contact_emergency_needs_phone", "Carol", "other", None, 1),
    ):
        columns = {"patient": ann, "name": name, "relation": relation, "phone": phone, "is_emergency": bool(urgent)}
        raw = sql(insert, ann.pk, name, relation, phone, urgent)
        assert_refused(code, lambda c=columns: PatientContact.objects.create(**c), raw)


def test_they_go_with_a_mistaken_registration_and_stay_with_a_history(cast, ann):
    mistake = PatientFactory()
    for patient in (mistake, ann):
        PatientPhoneFactory(patient=patient)
        PatientContactFactory(patient=patient)
    assert cast.ann_visit
    with signed():
        procedures.delete_patient(mistake.pk)
    assert not PatientPhone.objects.filter(patient_id=mistake.pk).exists()
    assert_refused("patient_has_history", sql("CALL DeletePatient(%s)", ann.pk))
    assert ann.phones.count() == ann.contacts.count() == 1
