"""Opening a chart."""

from datetime import date, time

import pytest
from django.utils import timezone

from audit.models import Look
from clinical.models import ClinicalRecord
from clinical.tests.acting import chart_url
from clinical.tests.factories import ClinicalRecordFactory, PrescriptionFactory, TestFactory
from clinical.timeline import open_visit, timeline_of
from emr_site.tests.factories import signed
from reception.models import Visit
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
QUERIES = 15


def fill(cast, visits):
    """So many visits of Ann's, each with a record, a medicine and a test."""
    with signed():
        shared = {"patient": cast.ann_record, "provider": cast.okafor_provider, "time": time(9), "reason": "Review"}
        Visit.objects.bulk_create(Visit(**shared, date=day(-7 * n)) for n in range(1, visits + 1))
        made = list(Visit.objects.filter(patient=cast.ann_record))
        ClinicalRecord.objects.bulk_create(ClinicalRecord(visit=visit, discharge_diagnosis="Asthma") for visit in made)
    for visit in made:
        PrescriptionFactory(patient=cast.ann_record, visit=visit)
        TestFactory(visit=visit)


@pytest.mark.parametrize("visits", [3, 300])
def test_it_takes_no_more_queries_for_a_long_history(cast, django_assert_max_num_queries, visits):
    fill(cast, visits)
    client = cast.browse_as(cast.okafor)
    with django_assert_max_num_queries(QUERIES):
        response = client.get(chart_url("chart", cast.ann_record))
    assert len(response.context["timeline"].page) == min(visits, 10)
    for part in ("visits", "records", "prescriptions", "tests"):
        with django_assert_max_num_queries(QUERIES):
            assert client.get(chart_url(part, cast.ann_record)).status_code == 200


def test_it_shows_medicines_tests_and_visits(cast):
    cast.ann_clinical_record, cast.ann_test, cast.ann_prescription  # noqa: B018 (they come on stage)
    page = cast.browse_as(cast.okafor).get(chart_url("chart", cast.ann_record)).content.decode()
    assert "<h1>HALE, Ann</h1>" in page
    assert "<title>HALE, Ann: summary" in page
    assert '<span class="dose">DOSE</span><b><span class="nb">500 mg</span></b>' in page
    assert "Tonsillitis" in page
    assert "Full blood count" in page
    assert "Results awaited" in page


def test_it_says_what_is_not_there(cast):
    page = cast.browse_as(cast.okafor).get(chart_url("chart", cast.bo_record)).content.decode()
    assert "No current medicines are recorded." in page
    assert "No tests are recorded." in page
    assert "Nothing is recorded here yet." in page


def test_it_leaves_out_medicines_that_have_ended(cast):
    PrescriptionFactory(patient=cast.ann_record, medication="amoxicillin", ended_on=day(-1))
    client = cast.browse_as(cast.okafor)
    assert "amoxicillin" not in client.get(chart_url("chart", cast.ann_record)).content.decode()
    assert "amoxicillin" in client.get(chart_url("prescriptions", cast.ann_record)).content.decode()


def test_it_notes_each_look(cast):
    client = cast.browse_as(cast.okafor)
    parts = ["chart", "visits", "records", "prescriptions", "tests"]
    for part in parts:
        client.get(chart_url(part, cast.ann_record))
    looks = Look.objects.filter(patient_id=cast.ann_record.pk, user_name="okafor").order_by("id")
    assert [look.part for look in looks] == parts


def test_it_notes_no_look_at_a_chart_that_is_not_there(cast):
    assert cast.browse_as(cast.okafor).get("/patients/999999999/").status_code == 404
    assert not Look.objects.exists()


def test_it_walks_through_every_visit_once_newest_first(cast):
    fill(cast, 23)
    VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(-7), time=None)
    url, client, seen = chart_url("visits", cast.ann_record), cast.browse_as(cast.okafor), []
    mark = ""
    while mark is not None:
        page = client.get(url, {"after": mark}).context["timeline"].page
        seen += [visit["id"] for visit in page]
        mark = page.following
    expected = Visit.objects.filter(patient=cast.ann_record).newest_first()
    assert seen == list(expected.values_list("pk", flat=True))


def test_it_says_a_year_once_across_fragments(cast):
    for n in range(12):
        ClinicalRecordFactory(visit__patient=cast.ann_record, visit__date=date(2020, 3, 1 + n))
    ClinicalRecordFactory(visit__patient=cast.ann_record, visit__date=date(2019, 3, 1))
    url, client = chart_url("visits", cast.ann_record), cast.browse_as(cast.okafor)
    first = client.get(url)
    assert first.content.decode().count('<h3 class="yr">2020</h3>') == 1
    more = {"after": first.context["timeline"].page.following, "year": "2020"}
    fragment = client.get(url, more, headers=HTMX).content.decode()
    assert "<html" not in fragment
    assert '<h3 class="yr">2020</h3>' not in fragment
    assert '<h3 class="yr">2019</h3>' in fragment
    # Opened by itself, the same address is a whole page that says its years.
    page = client.get(url, more).content.decode()
    assert "<html" in page
    assert '<h3 class="yr">2020</h3>' in page


def test_it_takes_a_mark_that_is_none_of_ours_for_the_first_page(cast):
    cast.ann_visit  # noqa: B018
    response = cast.browse_as(cast.okafor).get(chart_url("visits", cast.ann_record), {"after": "x!", "year": "MMXX"})
    assert response.status_code == 200
    assert len(response.context["timeline"].page) == 1


def test_it_shows_the_records_tab_to_staff_and_the_allergies_to_clinicians_alone(cast):
    cast.ann_clinical_record  # noqa: B018
    page = cast.browse_as(cast.sam).get(chart_url("records", cast.ann_record)).content.decode()
    assert "Tonsillitis" in page
    assert "llergies" not in page
    assert f'href="{chart_url("chart", cast.ann_record)}"' not in page


def test_it_offers_a_nurse_no_record_to_write(cast):
    cast.ann_visit  # noqa: B018
    page = cast.browse_as(cast.ned).get(chart_url("clinical_record", cast.ann_record, cast.ann_visit)).content.decode()
    assert "Change record" not in page
    assert "Add test" in page


def test_it_walks_through_visits_of_one_day_without_a_time(cast):
    for n in range(24):
        VisitFactory(
            patient=cast.ann_record, provider=cast.okafor_provider, date=day(-7), time=time(9, n) if n % 2 else None
        )
    seen, mark = [], None
    while not seen or mark:
        page = timeline_of(cast.ann_record, after=mark).page
        seen += [visit["id"] for visit in page]
        mark = page.following
    expected = Visit.objects.filter(patient=cast.ann_record).newest_first()
    assert seen == list(expected.values_list("pk", flat=True))


def test_it_finds_the_open_visit_behind_a_page_of_later_ones(cast):
    shared = {"patient": cast.ann_record, "provider": cast.okafor_provider}
    here = VisitFactory(**shared, date=day(0), time=time(8), arrived_at=timezone.now())
    for n in range(12):
        VisitFactory(**shared, date=day(0), time=time(9, n), arrived_at=None)
    assert open_visit(cast.ann_record, timeline_of(cast.ann_record))["id"] == here.pk
