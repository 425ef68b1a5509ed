"""What manage.py adopt has brought is read on the pages: charts, free texts, and the findings in the back office."""

import pytest
from django.urls import reverse

from accounts.models import User
from audit.models import AuditLog
from billing.tests.adopting import DATABASES, adopted, findings
from billing.tests.adoption_sources import (
    GENERATION_A,
    GENERATION_B,
    MORE_ROWS_B,
    sample_rows_a,
    sample_rows_b,
    some,
)
from emr_site.models import AdoptionFinding
from emr_site.tests.factories import signed
from reception.models import Patient

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=DATABASES),
    pytest.mark.usefixtures("quick_passwords"),
]
NAMELESS = "INSERT INTO Patient (Patient_ID, Name, Address) VALUES (99, NULL, '<b>3 Elm Row</b>');\n"


def page(cast, user, url):
    response = cast.browse_as(user).get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_the_free_text_prescriptions_and_tests_of_a_record(cast):
    adopted(GENERATION_A, sample_rows_a())
    shown = page(cast, cast.okafor, reverse("clinical:clinical_record", args=[2, 2]))
    for text in ("Knee Pain", "Arthritis", "Ibuprofen", "X-Ray"):
        assert text in shown, text


def test_it_shows_them_in_the_patients_records_and_visits(cast):
    adopted(GENERATION_A, sample_rows_a())
    assert "Aricept" in page(cast, cast.okafor, reverse("clinical:records", args=[5]))
    assert "Problem related to brain" in page(cast, cast.okafor, reverse("clinical:visits", args=[5]))


def test_it_shows_a_chart_of_each_generation(cast):
    adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)
    chart = page(cast, cast.okafor, reverse("clinical:chart", args=[1]))
    for text in ("RAFIC", "B-Complex", "Blood test"):
        assert text in chart, text


def test_it_shows_a_prescription_that_has_no_visit(cast):
    adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)
    assert "ibuprofen" in page(cast, cast.okafor, reverse("clinical:prescriptions", args=[2]))
    prescription = page(cast, cast.okafor, reverse("clinical:prescription", args=[1, 1]))
    for text in ("B-Complex", "1 tablet", "With food"):
        assert text in prescription, text


def test_it_shows_patients_their_prescription_once_the_account_is_tied_to_the_record(cast):
    adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)
    patient1 = User.objects.get(username="patient1")
    with signed():
        Patient.objects.filter(pk=2).update(user=patient1)
    mine = page(cast, patient1, reverse("clinical:my_prescriptions"))
    assert "ibuprofen" in mine
    assert "B-Complex" not in mine


def test_it_shows_a_test_that_has_no_date(cast):
    adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)
    assert "X-ray" in page(cast, cast.okafor, reverse("clinical:tests", args=[7]))
    assert "Not recorded" in page(cast, cast.okafor, reverse("clinical:test", args=[7, 2]))


def test_it_shows_a_patient_without_a_name(cast):
    adopted(some(GENERATION_A, "Patient"), NAMELESS)
    assert "NOT RECORDED" in page(cast, cast.okafor, reverse("clinical:chart", args=[99])).upper()


def test_it_lists_the_findings_in_the_back_office(cast):
    adopted(GENERATION_A, sample_rows_a())
    listed = page(cast, cast.ada, reverse("admin:emr_site_adoptionfinding_changelist"))
    for kept in findings():
        assert kept.reason in listed
        assert kept.explanation.replace("'", "&#x27;") in listed


def test_it_shows_the_whole_row_in_the_back_office(cast):
    adopted(some(GENERATION_A, "Patient"), NAMELESS)
    kept = AdoptionFinding.objects.get()
    shown = page(cast, cast.ada, reverse("admin:emr_site_adoptionfinding_change", args=[kept.pk]))
    for text in ("Patient_ID", "99", "Date_of_Birth", "null", "&lt;b&gt;3 Elm Row&lt;/b&gt;"):
        assert text in shown, text


def test_it_keeps_the_findings_as_they_were_found(cast):
    adopted(some(GENERATION_A, "Patient"), NAMELESS)
    client, kept = cast.browse_as(cast.ada), AdoptionFinding.objects.get()
    for url in (
        reverse("admin:emr_site_adoptionfinding_change", args=[kept.pk]),
        reverse("admin:emr_site_adoptionfinding_delete", args=[kept.pk]),
        reverse("admin:emr_site_adoptionfinding_add"),
    ):
        assert client.post(url, {"reason": "none", "post": "yes"}).status_code == 403
    assert AdoptionFinding.objects.get().reason == "name_missing"


@pytest.mark.parametrize("name", ["okafor", "rosa", "sam", "ann"])
def test_it_shows_the_findings_to_administrators_alone(cast, name):
    adopted(some(GENERATION_A, "Patient"), NAMELESS)
    client = cast.browse_as(getattr(cast, name))
    assert client.get(reverse("admin:emr_site_adoptionfinding_changelist")).status_code != 200


def test_it_shows_an_old_audit_entry_in_the_back_office(cast):
    adopted(GENERATION_B, sample_rows_b(), MORE_ROWS_B)
    assert "first system" in page(cast, cast.ada, reverse("admin:audit_auditlog_changelist"))
    entry = AuditLog.objects.get(event="adopted", table_name="Patient")
    shown = page(cast, cast.ada, reverse("admin:audit_auditlog_change", args=[entry.pk]))
    assert "Sachin, Male" in shown
    assert "Sachin Rafic, Male" in shown
