"""Pages that begin after the last row of the one before."""

import pytest

from clinical.models import Prescription
from clinical.tests.factories import PrescriptionFactory
from emr_site.keyset import page_after
from reception.tests.factories import PatientFactory, day

pytestmark = pytest.mark.django_db
NEWEST_FIRST, OLDEST_FIRST = ("-prescribed_on", "-id"), ("prescribed_on", "id")


@pytest.fixture
def patient():
    patient = PatientFactory()
    for days in (-3, -1, None, -2, -1, None):
        PrescriptionFactory(patient=patient, prescribed_on=days and day(days))
    return patient


def walk(queryset, by):
    mark, rows = None, []
    while True:
        page = page_after(mark, queryset, by=by, size=2)
        rows += [row.pk for row in page]
        mark = page.following
        if mark is None:
            return rows


@pytest.mark.parametrize("by", [NEWEST_FIRST, OLDEST_FIRST])
def test_it_walks_every_row_once_in_order_though_dates_repeat_or_are_missing(patient, by):
    rows = patient.prescriptions.all()
    assert walk(rows, by) == [row.pk for row in rows.order_by(*by)]


def test_it_works_on_values(patient):
    page = page_after(None, patient.prescriptions.values("id", "prescribed_on"), by=NEWEST_FIRST, size=4)
    rest = page_after(page.following, patient.prescriptions.values("id", "prescribed_on"), by=NEWEST_FIRST, size=4)
    assert len(page) == 4
    assert len(rest) == 2
    assert page.is_first
    assert not rest.is_first


@pytest.mark.parametrize(
    "mark", ["", "x", "ëë", "bnVsbA", "W10", "WyJub25lIiwgMV0", "WzEsIDIsIDNd", "MQ", "WyIyMDI2LTAxLTAxIiwgIngiXQ"]
)
def test_it_begins_anew_where_the_mark_is_none_of_its_own(patient, mark):
    assert page_after(mark, Prescription.objects.all(), by=NEWEST_FIRST).is_first


def test_it_asks_the_database_once_for_a_page(patient, django_assert_num_queries):
    with django_assert_num_queries(1):
        page_after(None, patient.prescriptions.all(), by=NEWEST_FIRST, size=2)
