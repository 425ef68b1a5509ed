"""Correcting a prescription."""

import pytest

from clinical import procedures
from clinical.models import Prescription
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from emr_site.tests.factories import signed
from reception.tests.factories import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast):
    return cast.ann_prescription


@pytest.fixture
def url(cast, row):
    return chart_url("update_prescription", cast.ann_record, row)


def test_it_corrects_dose_and_date(cast, row, url):
    response = send(cast.browse_as(cast.okafor), url, dosage="850 mg", prescribed_on="1-Feb-2024")
    assert response.url == chart_url("prescription", cast.ann_record, row)
    row.refresh_from_db()
    assert (row.medication, row.dosage, str(row.prescribed_on)) == ("metformin", "850 mg", "2024-02-01")
    assert (row.visit, row.provider) == (cast.ann_visit, cast.okafor_provider)
    assert audited(row, "U", by=cast.okafor) == 2  # the procedure's columns, then the date


def test_it_invents_no_date_where_none_is_known(cast, row, url):
    with signed():
        Prescription.objects.update(prescribed_on=None)
    assert send(cast.browse_as(cast.okafor), url, dosage="850 mg").status_code == 302
    row.refresh_from_db()
    assert (row.dosage, row.prescribed_on) == ("850 mg", None)


def test_it_shows_both_when_someone_saved_meanwhile(cast, row, url):
    client = cast.browse_as(cast.okafor)
    form = shown(client, url) | {"dosage": "850 mg"}
    with signed():
        Prescription.objects.update(dosage="1,000 mg")
    response = client.post(url, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "850 mg" in page
    assert "1,000 mg" in page
    row.refresh_from_db()
    assert row.dosage == "1,000 mg"


def test_it_refuses_bad_input_and_writes_nothing(cast, row, url):
    response = send(cast.browse_as(cast.okafor), url, medication="", dosage="850 mg")
    assert response.status_code == 422
    assert "850 mg" in response.content.decode()
    row.refresh_from_db()
    assert row.dosage == "500 mg"


def test_it_refuses_what_has_ended(cast, row, url):
    with signed():
        Prescription.objects.update(ended_on=day(0))
    response = send(cast.browse_as(cast.okafor), url, dosage="850 mg")
    assert response.status_code == 422
    assert "This prescription has ended and is history." in response.content.decode()
    assert url not in cast.browse_as(cast.okafor).get(chart_url("prescription", cast.ann_record, row)).content.decode()


def test_the_database_keeps_it_with_its_patient_and_as_it_ended(cast, row):
    bo = cast.bo_record
    order = {"medication": "x", "dosage": None, "instructions": None}
    on = row.prescribed_on

    def through_the_procedure(patient):
        procedures.update_prescription(row.pk, patient_id=patient.pk, seen=row.version, prescribed_on=on, **order)

    one = Prescription.objects.filter(pk=row.pk)
    assert_refused(
        "patient_cannot_change",
        lambda: through_the_procedure(bo),
        lambda: one.update(patient=bo, visit=None),
        sql("UPDATE Prescription SET patient_id = %s, visit_id = NULL WHERE prescription_id = %s", bo.pk, row.pk),
    )
    with signed():
        one.update(ended_on=day(0))
    row.refresh_from_db()
    assert_refused(
        "prescription_ended",
        lambda: through_the_procedure(cast.ann_record),
        lambda: one.update(ended_on=None),
        sql("UPDATE Prescription SET dosage = '' WHERE prescription_id = %s", row.pk),
    )


def test_one_that_is_gone_is_not_found():
    gone = {"patient_id": 1, "seen": "", "prescribed_on": None, "medication": "x", "dosage": None, "instructions": None}
    assert_refused("prescription_not_found", lambda: procedures.update_prescription(999_999, **gone))
