"""Prescribing and ordering tests from the page of the visit."""

import pytest

from audit.models import Look
from clinical import favourites
from clinical.icd10_list import write_list
from clinical.models import Prescription, Test
from clinical.problems import diagnose
from clinical.tests.acting import audited, chart_url
from clinical.tests.factories import PrescriptionFactory, TestFactory
from clinical.tests.icd10 import SMALL_LIST
from emr_site.templatetags.emr import clinical_date
from emr_site.tests.factories import signed
from reception.models import Visit
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def visit(cast):
    return VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0))


def order(cast, visit, verb, by, headers=HTMX, **typed):
    form = {"patient_id": cast.ann_record.pk, "idempotency_key": "5a4f5d3e-6b0e-4a6e-9d5f-0d9a5e6f7a8b"} | typed
    return cast.browse_as(by).post(chart_url(verb, cast.ann_record, visit), form, headers=headers)


def test_it_prescribes_at_the_visit(cast, visit):
    answer = order(cast, visit, "prescribe_at_visit", cast.okafor, medication="ibuprofen", dosage="400 mg")
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    row = Prescription.objects.get()
    assert (row.visit, row.provider, row.prescribed_on) == (visit, cast.okafor_provider, day(0))
    assert audited(row, "C", by=cast.okafor) == 1
    order(cast, visit, "prescribe_at_visit", cast.okafor, medication="ibuprofen", dosage="400 mg")
    assert Prescription.objects.count() == 1


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_orders_a_test(cast, visit, role):
    answer = order(cast, visit, "order_test_at_visit", getattr(cast, role), headers={}, type="CRP")
    assert answer.url == chart_url("visit", cast.ann_record, visit)
    row = Test.objects.get()
    assert (row.visit, row.type, row.results) == (visit, "CRP", None)
    assert audited(row, "C", by=getattr(cast, role)) == 1


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_it_says_what_is_missing_and_keeps_what_was_typed(cast, visit, headers):
    answer = order(cast, visit, "prescribe_at_visit", cast.okafor, headers=headers, instructions="With food")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter the name of the medicine." in page
    assert "With food" in page
    answer = order(cast, visit, "order_test_at_visit", cast.okafor, headers=headers, type=" ")
    assert answer.status_code == 422
    assert "Enter what is tested." in answer.content.decode()
    assert not Prescription.objects.exists()
    assert not Test.objects.exists()


def test_a_nurse_prescribes_nothing(cast, visit):
    assert order(cast, visit, "prescribe_at_visit", cast.ned, medication="ibuprofen").status_code == 403


def test_another_patients_visit_is_not_found(cast):
    assert order(cast, cast.bo_visit, "prescribe_at_visit", cast.okafor, medication="x").status_code == 404
    assert order(cast, cast.bo_visit, "order_test_at_visit", cast.okafor, type="x").status_code == 404


def test_what_is_ordered_most_comes_first(cast, visit):
    for name in ("rare", "often", "often"):
        PrescriptionFactory(patient=cast.ann_record, provider=cast.okafor_provider, medication=name)
        TestFactory(visit=visit, type=name)
    PrescriptionFactory(patient=cast.ann_record, provider=cast.lund_provider, medication="of another")
    assert [each["medication"] for each in favourites.medicines_of(cast.okafor_provider.pk)] == ["often", "rare"]
    assert favourites.tests_of(cast.okafor_provider.pk) == ["often", "rare"]


def test_what_is_new_comes_before_what_was_usual_long_ago(cast):
    for name in [*["of last year"] * 12, *["other"] * 40, *["of this week"] * 3]:
        PrescriptionFactory(patient=cast.ann_record, provider=cast.okafor_provider, medication=name)
    found = [each["medication"] for each in favourites.medicines_of(cast.okafor_provider.pk)]
    assert found.index("of this week") < found.index("of last year")


def test_the_providers_usual_diagnoses_are_one_press_away(cast, visit):
    with signed():
        write_list(SMALL_LIST)
        diagnose(cast.bo_visit, by=cast.okafor, code="E11.9")
        Visit.objects.filter(pk=cast.bo_visit.pk).update(provider=cast.okafor_provider)
    page = cast.browse_as(cast.okafor).get(chart_url("visit", cast.ann_record, visit))
    assert [each["code"] for each in page.context["usual_diagnoses"]] == ["E11.9"]
    with signed():
        diagnose(visit, by=cast.okafor, code="E11.9")
    page = cast.browse_as(cast.okafor).get(chart_url("visit", cast.ann_record, visit))
    assert page.context["usual_diagnoses"] == []


def test_a_medicine_is_found_by_two_letters_and_by_use_in_this_clinic(cast):
    for dosage in ("500 mg", "250 mg", "250 mg"):
        PrescriptionFactory(patient=cast.bo_record, medication="Amoxicillin", dosage=dosage, instructions="With food")
    for n in range(14):
        PrescriptionFactory(patient=cast.bo_record, medication=f"ambroxol {n}")
    found = favourites.medicines_like("amox")
    assert [each["dosage"] for each in found] == ["250 mg", "500 mg"]
    assert len(favourites.medicines_like("am")) == 12
    assert favourites.medicines_like("a") == favourites.medicines_like("%m") == []
    page = cast.browse_as(cast.okafor).get("/medicines/", {"medication": "amox"}).content.decode()
    assert page.index("250 mg") < page.index("500 mg")


def test_an_ordered_test_says_when_it_was_ordered(cast, visit):
    order(cast, visit, "order_test_at_visit", cast.okafor, type="CRP")
    page = cast.browse_as(cast.okafor).get(chart_url("visit", cast.ann_record, visit)).content.decode()
    assert page.count(f"Ordered {clinical_date(day(0))}") == 2


def test_the_page_takes_few_queries_however_long_the_history(cast, visit, django_assert_max_num_queries):
    for n in range(1, 40):
        earlier = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(-n))
        PrescriptionFactory(patient=cast.ann_record, visit=earlier, provider=cast.okafor_provider)
        TestFactory(visit=earlier)
    client = cast.browse_as(cast.okafor)
    with django_assert_max_num_queries(26):
        assert client.get(chart_url("visit", cast.ann_record, visit)).status_code == 200
    news = chart_url("visit_news", cast.ann_record, visit)
    with django_assert_max_num_queries(15):
        first = client.get(news, headers=HTMX)
    assert client.get(news, headers=HTMX | {"If-None-Match": first["ETag"]}).status_code == 304


def test_what_others_changed_is_sent_once_and_is_a_look(cast, visit):
    with signed():
        diagnose(visit, by=cast.okafor, words="Cough")
    client = cast.browse_as(cast.okafor)
    page = client.get(chart_url("visit", cast.ann_record, visit))
    news, note = chart_url("visit_news", cast.ann_record, visit), chart_url("note_state", cast.ann_record, visit)
    looks = Look.objects.filter(patient_id=cast.ann_record.pk)
    for url, etag in ((news, "lists_etag"), (note, "note_etag")):
        assert client.get(url, headers=HTMX | {"If-None-Match": page.context[etag]}).status_code == 304
    assert looks.count() == 1
    order(cast, visit, "order_test_at_visit", cast.ned, type="CRP")
    before = looks.count()
    answer = client.get(news, headers=HTMX | {"If-None-Match": page.context["lists_etag"]})
    assert b"CRP" in answer.content
    assert client.get(note).status_code == 200
    assert looks.count() == before + 2
