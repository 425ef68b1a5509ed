"""What the desk knows of a patient, and the insurances."""

import pytest
from django.urls import reverse

from audit.models import Look
from clinical.tests.acting import audited, send, shown
from emr_site.tests.factories import signed
from reception.models import Insurance
from reception.tests.factories import AppointmentFactory
from reception.tests.record_factories import InsuranceFactory, PatientContactFactory, PatientPhoneFactory

pytestmark = pytest.mark.django_db
CLINICAL = "Zebra"


def url(name, patient, *more):
    return reverse(f"reception:{name}", args=[patient.pk, *more])


@pytest.fixture
def ann(cast):
    return cast.ann_record


def test_it_shows_what_is_known_and_no_clinical_word(cast, ann):
    cast.call_everyone()
    AppointmentFactory(patient=ann)
    with signed():
        cast.ann_visit.reason = CLINICAL
        cast.ann_visit.save()
        cast.ann_prescription.medication = CLINICAL
        cast.ann_prescription.save()
        cast.ann_clinical_record.signs_and_symptoms = CLINICAL
        cast.ann_clinical_record.save()
    for user in (cast.rosa, cast.sam):
        page = cast.browse_as(user).get(url("patient", ann)).content.decode()
        assert "HALE, Ann" in page
        assert "01632 960 201" in page
        assert CLINICAL not in page
        assert "llerg" not in page


def test_it_notes_who_looked(cast, ann):
    cast.browse_as(cast.rosa).get(url("patient", ann))
    look = Look.objects.get(patient_id=ann.pk)
    assert (look.user_name, look.part) == ("rosa", "information")


def test_it_is_not_there_for_an_unknown_patient(cast):
    assert cast.browse_as(cast.rosa).get("/patients/999999/information/").status_code == 404


def test_it_costs_few_queries_however_much_there_is(cast, ann, django_assert_max_num_queries):
    for _ in range(12):
        AppointmentFactory(patient=ann)
        InsuranceFactory(patient=ann)
        PatientPhoneFactory(patient=ann)
        PatientContactFactory(patient=ann)
    client = cast.browse_as(cast.rosa)
    client.get(url("patient", ann))
    with django_assert_max_num_queries(15):
        client.get(url("patient", ann))


def test_it_adds_an_insurance_once(cast, ann):
    client = cast.browse_as(cast.rosa)
    form = shown(client, url("add_insurance", ann))
    form |= {"insurance_details": "Northern Mutual Plus", "member_number": "NM1", "starts_on": "1/1/2026"}
    assert {client.post(url("add_insurance", ann), form).status_code for _ in range(2)} == {302}
    insurance = Insurance.objects.get(patient=ann)
    assert (insurance.insurance_details, str(insurance.starts_on), insurance.ends_on) == (
        "Northern Mutual Plus",
        "2026-01-01",
        None,
    )
    assert audited(insurance, "C", by=cast.rosa) == 1
    assert "Northern Mutual Plus" in client.get(url("patient", ann)).content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"insurance_details": ""}, "Enter the insurer and the plan."),
        ({"ends_on": "1/1/2020", "starts_on": "1/1/2021"}, "The insurance ends before it starts."),
        ({"member_number": "x" * 51}, "Shorten this to 50 characters"),
    ],
)
def test_it_says_what_is_wrong_with_an_insurance(cast, ann, typed, sentence):
    form = {"insurance_details": "Northern Mutual", "member_number": "NM1"} | typed
    response = send(cast.browse_as(cast.rosa), url("add_insurance", ann), **form)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Insurance.objects.exists()


def test_it_corrects_an_insurance_and_sees_a_change_meanwhile(cast, ann):
    insurance = cast.ann_insurance
    client, edit = cast.browse_as(cast.sam), url("edit_insurance", ann, insurance.pk)
    form = shown(client, edit) | {"member_number": "NM2"}
    assert client.post(edit, form).status_code == 302
    response = client.post(edit, form | {"member_number": "NM3"})
    assert response.status_code == 409
    assert "NM3" in response.content.decode()
    insurance.refresh_from_db()
    assert insurance.member_number == "NM2"
    assert audited(insurance, "U", by=cast.sam) == 1


def test_an_insurance_is_found_under_its_own_patient_alone(cast, ann):
    other = InsuranceFactory(patient=cast.bo_record)
    assert cast.browse_as(cast.rosa).get(url("edit_insurance", ann, other.pk)).status_code == 404
