"""What the servers read to find a patient, on a table long enough to matter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_sorts, plans_of
from reception.models import Patient
from reception.search import find_patients

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 4_000
SIZE = 25


@pytest.fixture
def many_patients(cast, owner):
    with signed():
        Patient.objects.bulk_create(
            (
                Patient(
                    family_name=f"Fam{n % 400:03}",
                    given_name=f"Giv{n % 333:03}",
                    date_of_birth=f"{1930 + n % 90}-{1 + n % 12:02}-{1 + n % 28:02}",
                    phone_number=f"01632 {n:06}",
                )
                for n in range(MANY)
            ),
            batch_size=1000,
        )
    owner.execute("ANALYZE TABLE Patient")
    owner.fetchall()


@pytest.mark.parametrize(
    "text", ["", "fam1", "giv1", "fam100 giv1", "giv100 fam1", "fam100, giv1", "14/8/1980", "01632 00", "0017", "1000"]
)
def test_it_reads_an_index_and_sorts_nothing_long(many_patients, text):
    plans = plans_of(lambda: find_patients(text), ["Patient"])
    assert plans
    for sql, steps in plans:
        assert_sorts(sql, steps, at_most=MANY / 10)


def test_a_page_asks_as_much_for_many_patients_as_for_few(many_patients, cast, django_assert_num_queries):
    client = cast.browse_as(cast.rosa)
    client.get("/patients/")
    with CaptureQueriesContext(connection) as first:
        page = client.get("/patients/")
    assert len(page.context["found"].rows) == SIZE
    assert len(first) <= 8
    with django_assert_num_queries(len(first) + 1):  # where the page before had come to
        client.get(f"/patients/?after={page.context['found'].following}")
