"""What is asked of a report: filters, order, page; and what is answered when it cannot be understood."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from emr_site.reports import rows
from emr_site.reports.report import all_reports
from emr_site.reports.tests.reading import downloaded, page, shown
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, day

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(cast):
    return cast.browse_as(cast.rita)


@pytest.fixture
def five_patients():
    return [PatientFactory(given_name=name, family_name="Able") for name in ("Eve", "Ann", "Cy", "Bo", "Di")]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"date_from": "32/1/2026"}, "From: Write the date as day, month, year, such as 14/8/1980 or 14-Aug-1980."),
        ({"date_from": "5/5/2026", "date_to": "4/5/2026"}, "To: The last day is before the first day."),
        ({"status": "Lost"}, "Status: This is not one of the list."),
        ({"provider_name": "Nobody"}, "Provider: This is not one of the list."),
        ({"patient_id": "Ann"}, "Patient number: Enter the number of one patient, such as 36."),
        ({"patient_id": str(2**63)}, "Patient number: Enter 9223372036854775807 or less."),
        ({"sort": "secret"}, "The report cannot be sorted so. Choose one of its headings."),
        ({"page": "two"}, "The page must be a number, as in 2."),
        ({"page": "0"}, "The first page is page 1."),
        ({"page": "201"}, "Pages go to 200. Choose fewer rows with the filters, or download them all."),
    ],
)
def test_it_says_what_it_cannot_understand(reader, query, sentence):
    for url in ("/reports/appointment-details/", "/reports/appointment-details.csv"):
        response = reader.get(url, {"patient_id": "36"} | query)
        assert response.status_code == 422
        assert sentence in response.content.decode()
        assert "<title>Error: " in response.content.decode()


def test_it_keeps_what_was_typed_beside_a_mistake(reader):
    response = page(reader, "appointment-details", patient_id="36", date_from="soon", status="Cancelled")
    for kept in ('value="36"', 'value="soon"', '<option value="Cancelled" selected>'):
        assert kept in response.content.decode()


def test_it_says_who_asked_when_and_for_what(reader):
    text = page(reader, "appointment-details", status="Cancelled", date_from="1/2/26").content.decode()
    assert "Prepared for <b>Rita Bloom</b>" in text
    assert "<dt>Status</dt><dd>Cancelled</dd>" in text
    assert "<dt>From</dt><dd>01-Feb-2026</dd>" in text
    assert "<dt>Room number</dt><dd>107</dd>" in page(reader, "patients-by-room").content.decode()
    assert "<dt>Filters</dt><dd>None</dd>" in page(reader, "billing-summary").content.decode()


@pytest.mark.usefixtures("five_patients")
def test_it_sorts_by_a_heading_both_ways_and_says_so(reader):
    names = [row[1] for row in shown(reader, "patient-basic-info")]
    assert names == sorted(names)
    assert [row[1] for row in shown(reader, "patient-basic-info", sort="-name")] == names[::-1]
    text = page(reader, "patient-basic-info", sort="-name").content.decode()
    assert 'aria-sort="descending"' in text
    assert 'href="?sort=name"' in text


def test_every_report_can_be_sorted_by_each_heading_on_page_and_in_file(reader, cast):
    cast.call_everyone()
    for slug, report in all_reports().items():
        for name in report.names:
            for sort in (name, f"-{name}"):
                on_page, (_, in_file) = shown(reader, slug, sort=sort), downloaded(reader, slug, sort=sort)
                assert report.figures or len(on_page) == len(in_file), (slug, sort)


@pytest.mark.usefixtures("five_patients")
def test_its_pages_together_are_its_file(reader, monkeypatch):
    monkeypatch.setattr(rows, "ROWS_A_PAGE", 2)
    paged = [row for number in (1, 2, 3) for row in shown(reader, "visits-per-patient", sort="-name", page=number)]
    assert paged == downloaded(reader, "visits-per-patient", sort="-name")[1]
    assert len(paged) == 5
    assert 'rel="next"' in page(reader, "visits-per-patient", page=2).content.decode()
    assert 'rel="next"' not in page(reader, "visits-per-patient", page=3).content.decode()
    assert "The list ends before this page." in page(reader, "visits-per-patient", page=4).content.decode()


def test_it_sorts_a_long_list_only_by_what_is_in_order_already(reader, five_patients, monkeypatch):
    monkeypatch.setattr(rows, "SORTABLE_ROWS", 4)
    response = page(reader, "visits-per-patient", sort="visits")
    assert "There are too many rows to sort them by Visits." in response.content.decode()
    assert shown(reader, "visits-per-patient", sort="visits") == shown(reader, "visits-per-patient")
    assert downloaded(reader, "visits-per-patient", sort="visits") == downloaded(reader, "visits-per-patient")
    of_one = page(reader, "visits-per-patient", sort="visits", patient_id=five_patients[0].pk)
    assert "too many rows" not in of_one.content.decode()
    assert "too many rows" not in page(reader, "visits-per-patient", sort="-patient_id").content.decode()


@pytest.mark.usefixtures("five_patients")
def test_it_ends_its_pages_somewhere_and_says_so(reader, monkeypatch):
    monkeypatch.setattr(rows, "ROWS_A_PAGE", 2)
    monkeypatch.setattr(rows, "LAST_PAGE", 2)
    text = page(reader, "visits-per-patient", page=2).content.decode()
    assert "More rows follow: choose fewer with the filters, or download them all" in text


def test_it_asks_as_few_questions_however_long_the_list(reader):
    provider = ProviderFactory()

    def questions():
        with (
            CaptureQueriesContext(connections["default"]) as pages,
            CaptureQueriesContext(connections["reports"]) as own,
        ):
            assert page(reader, "appointment-details", sort="patient_name").status_code == 200
        return len(pages) + len(own)

    AppointmentFactory(provider=provider)
    before = questions()
    for number in range(2, 12):
        AppointmentFactory(provider=provider, date=day(number))
    assert questions() == before <= 8
