"""The list of all clinical records."""

from datetime import date, time

import pytest
from django.urls import reverse

from audit.models import Look
from clinical.models import ClinicalRecord
from clinical.tests.factories import ClinicalRecordFactory
from emr_site.tests.factories import signed
from reception.models import Visit
from reception.tests.factories import PatientFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
URL = reverse("clinical:clinical_records")


def found(client, **filters):
    response = client.get(URL, filters)
    assert response.status_code == 200
    return list(response.context["page"])


@pytest.fixture
def staff(cast):
    return cast.browse_as(cast.sam)


@pytest.fixture
def records(cast):
    """Of Ann and of Bo, a year apart, and Bo's visit of today that has none."""
    of_ann = ClinicalRecordFactory(
        visit__patient=cast.ann_record, visit__provider=cast.okafor_provider, visit__date=date(2024, 5, 1)
    )
    of_bo = ClinicalRecordFactory(
        visit__patient=cast.bo_record, visit__provider=cast.lund_provider, visit__date=date(2025, 5, 1)
    )
    VisitFactory(patient=cast.bo_record, date=day(0))
    return of_ann, of_bo


def test_it_lists_every_record_newest_visit_first(staff, records):
    assert found(staff) == [records[1], records[0]]
    page = staff.get(URL).content.decode()
    assert "HALE, Ann" in page
    assert "01-May-2024" in page
    assert "pbanner" not in page


def test_each_record_on_the_list_is_a_look_at_its_patient(cast, staff, records):
    found(staff)
    looks = Look.objects.filter(part="list of records").order_by("patient_id").values_list("patient_id", "user_id")
    assert sorted(looks) == sorted((each.visit.patient_id, cast.sam.pk) for each in records)


def test_it_filters_by_day_provider_and_patient(cast, staff, records):
    of_ann, of_bo = records
    assert found(staff, date_from="1/5/2025") == [of_bo]
    assert found(staff, date_to="1-May-2024") == [of_ann]
    assert found(staff, date_from="2/5/2024", date_to="30/4/2025") == []
    assert found(staff, provider=cast.lund_provider.pk) == [of_bo]
    mrn = cast.ann_record.mrn
    assert found(staff, mrn=mrn) == found(staff, mrn=f" {mrn[:3]} {mrn[3:]}") == [of_ann]
    assert found(staff, mrn="99999") == []
    assert found(staff, mrn=mrn, provider=cast.lund_provider.pk) == []


def test_it_walks_through_all_of_them_once(cast, staff):
    with signed():
        shared = {"patient": cast.ann_record, "provider": cast.okafor_provider, "date": date(2024, 1, 1)}
        times = [None, None, *(time(9, n) for n in range(58))]
        Visit.objects.bulk_create(Visit(**shared, time=each) for each in times)
        ClinicalRecord.objects.bulk_create(ClinicalRecord(visit=visit) for visit in Visit.objects.all()[::2])
    seen, mark = [], ""
    while mark is not None:
        page = staff.get(URL, {"after": mark, "date_from": "1/1/2024"}).context["page"]
        seen += [record.pk for record in page]
        mark = page.following
    assert len(seen) == len(set(seen)) == 30
    assert set(seen) == set(ClinicalRecord.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("records_there", [2, 120])
def test_it_takes_no_more_queries_for_more_records(cast, staff, django_assert_max_num_queries, records_there):
    for _ in range(records_there):
        ClinicalRecordFactory()
    with django_assert_max_num_queries(8):
        staff.get(URL, {"mrn": PatientFactory().mrn, "date_from": "1/1/2020"})


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"date_from": "soon"}, "Write the date as day, month, year"),
        ({"date_from": "2/1/2024", "date_to": "1/1/2024"}, "The last day is before the first day."),
        ({"provider": "x"}, "This is not one of the list."),
        ({"mrn": "hale"}, "A record number has digits alone"),
    ],
)
def test_it_says_what_is_wrong_with_a_filter(staff, records, filters, sentence):
    response = staff.get(URL, {"mrn": "10000012"} | filters)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert f'value="{filters.get("mrn", "10000012")}"' in page
    assert "<title>Error: " in page
