"""Ordering a medicine."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical import procedures
from clinical.models import Prescription
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from clinical.tests.factories import PrescriptionFactory
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Prescription (patient_id, medication, prescribed_on, visit_id) VALUES "
BARE = {"dosage": None, "instructions": None, "visit": None, "provider": None}
ORDER = {"medication": "ramipril", "dosage": "5 mg", "instructions": "One capsule once a day"}


@pytest.fixture
def url(cast):
    return chart_url("create_prescription", cast.ann_record)


def test_it_orders_a_medicine_in_the_prescribers_name(cast, url):
    cast.okafor_provider  # noqa: B018
    response = send(cast.browse_as(cast.okafor), url, **ORDER, visit=cast.ann_visit.pk, prescribed_on="1/2/2024")
    assert response.url == chart_url("prescriptions", cast.ann_record)
    row = Prescription.objects.get()
    assert {name: getattr(row, name) for name in ORDER} == ORDER
    assert (row.patient, row.visit, row.provider) == (cast.ann_record, cast.ann_visit, cast.okafor_provider)
    assert str(row.prescribed_on) == "2024-02-01"
    assert audited(row, "C", by=cast.okafor) == 1


def test_it_is_dated_today_unless_told(cast, url):
    send(cast.browse_as(cast.okafor), url, medication="ramipril")
    row = Prescription.objects.get()
    assert row.prescribed_on == timezone.localdate()
    assert (row.dosage, row.instructions, row.visit, row.provider) == (None, None, None, None)


def test_it_comes_from_a_visit_with_that_visit_chosen(cast, url):
    assert shown(cast.browse_as(cast.okafor), f"{url}?visit={cast.ann_visit.pk}")["visit"] == str(cast.ann_visit.pk)


def test_it_orders_once_however_often_it_is_sent(cast, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | ORDER
    assert [client.post(url, form).status_code for _ in range(3)] == [302, 302, 302]
    assert Prescription.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"medication": " "}, "Enter the name of the medicine."),
        ({"medication": "x" * 256}, "Shorten this to 255 characters"),
        ({"dosage": "x" * 101}, "Shorten this to 100 characters"),
        ({"prescribed_on": "32/1/2024"}, "Write the date as day, month, year"),
        ({"prescribed_on": "1/1/2099"}, "This date is in the future."),
        ({"prescribed_on": ""}, "Enter the day it was prescribed."),
        ({"visit": "nonsense"}, "This is not one of the list."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, url, typed, sentence):
    response = send(cast.browse_as(cast.okafor), url, **(ORDER | {"instructions": "Kept as typed"} | typed))
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "Kept as typed" in page
    assert "<title>Error: " in page
    assert not Prescription.objects.exists()


def test_it_takes_no_visit_of_another_patient(cast, url):
    response = send(cast.browse_as(cast.okafor), url, **ORDER, visit=cast.bo_visit.pk)
    assert response.status_code == 422
    assert not Prescription.objects.exists()


def test_it_is_not_a_nurses_to_order(cast, url):
    response = cast.browse_as(cast.ned).post(url, {"patient_id": cast.ann_record.pk, **ORDER})
    assert response.status_code == 403
    assert not Prescription.objects.exists()


def test_the_database_refuses_the_future_and_the_time_before_birth(cast):
    ann, kept = cast.ann_record, PrescriptionFactory(patient=cast.ann_record)
    for code, on in (
        ("prescription_in_future", day(3)),
        ("prescription_before_birth", ann.date_of_birth - timedelta(days=1)),
    ):
        assert_refused(
            code,
            lambda on=on: procedures.create_prescription(ann.pk, medication="x", prescribed_on=on, **BARE),
            lambda on=on: Prescription.objects.create(patient=ann, medication="x", prescribed_on=on),
            lambda on=on: Prescription.objects.filter(pk=kept.pk).update(prescribed_on=on),
            sql(INSERT + "(%s, 'x', %s, NULL)", ann.pk, on),
        )


def test_the_database_refuses_a_blank_name_and_another_patients_visit(cast):
    ann, visit = cast.ann_record, VisitFactory()
    assert_refused(
        "prescription_medication_not_blank",
        lambda: procedures.create_prescription(ann.pk, medication=" ", prescribed_on=day(0), **BARE),
        lambda: Prescription.objects.create(patient=ann, medication=""),
        sql(INSERT + "(%s, ' ', NULL, NULL)", ann.pk),
    )
    assert_refused(
        "prescription_visit",
        lambda: Prescription.objects.create(patient=ann, medication="x", visit=visit),
        sql(INSERT + "(%s, 'x', NULL, %s)", ann.pk, visit.pk),
    )
