"""A report as a file: what it holds, who took it, and what it must never do."""

from io import StringIO

import pytest
from django.db import DatabaseError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from audit.models import AuditLog
from emr_site.reports.cells import KINDS, harmless
from emr_site.reports.report import all_reports
from emr_site.reports.rows import every_row
from emr_site.reports.tests.reading import downloaded, shown, text_of_file
from reception.tests.factories import AppointmentFactory, PatientFactory, day

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(cast):
    return cast.browse_as(cast.rita)


def test_it_tells_spreadsheets_its_encoding_and_its_name(reader):
    PatientFactory(given_name="Zoë", family_name="Łuczak")
    response = reader.get("/reports/patient-basic-info.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    name = f"patient-basic-info-{timezone.localdate().isoformat()}.csv"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    text = b"".join(response.streaming_content)
    assert text.startswith(b"\xef\xbb\xbfPatient number,")
    assert "Zoë Łuczak" in text.decode("utf-8-sig")


def test_it_disarms_a_name_that_a_spreadsheet_would_run(reader):
    PatientFactory(given_name="", family_name='=HYPERLINK("http://evil")')
    assert [row[1] for row in downloaded(reader, "patient-basic-info")[1]] == ['\'=HYPERLINK("http://evil")']
    assert [row[1] for row in shown(reader, "patient-basic-info")] == ['=HYPERLINK("http://evil")']


@given(st.text())
def test_no_text_of_a_file_begins_as_a_formula(text):
    for kind in ("text", "long", "name"):
        assert not KINDS[kind].write(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert harmless(text) in (text, f"'{text}")


def test_it_holds_the_filtered_rows_of_the_page(reader):
    asked = {"status": "Cancelled"}
    AppointmentFactory()
    kept = [AppointmentFactory(status="Cancelled", date=day(number)) for number in (3, 2)]
    on_page = [row[0] for row in shown(reader, "appointment-details", **asked)]
    in_file = [row[0] for row in downloaded(reader, "appointment-details", **asked)[1]]
    assert on_page == in_file == [str(each.pk) for each in kept]


def test_it_is_recorded_with_its_filters(reader, cast):
    text_of_file(reader, "patient-basic-info", patient_id=36)
    entry = AuditLog.objects.filter(event="export").get()
    assert (entry.user_name, entry.action, entry.outcome) == ("rita", "R", "0")
    assert entry.new_value == {"report": "patient-basic-info", "filters": {"Patient number": "36"}}


def test_it_is_not_recorded_when_it_was_refused(reader, cast):
    assert reader.get("/reports/patient-basic-info.csv", {"sort": "secret"}).status_code == 422
    assert cast.browse_as(cast.ann).get("/reports/patient-basic-info.csv").status_code == 404
    assert not AuditLog.objects.filter(event="export").exists()


def test_a_query_that_fails_is_a_page_and_no_file(cast, monkeypatch):
    def fails(*_):
        raise DatabaseError("Ann Able, 3 Elm Row")
        yield

    monkeypatch.setattr("emr_site.reports.views.every_row", fails)
    reader = cast.browse_as(cast.rita)
    reader.raise_request_exception = False
    response = reader.get("/reports/patient-basic-info.csv")
    assert response.status_code == 500
    assert response["Content-Type"].startswith("text/html")
    assert not AuditLog.objects.filter(event="export").exists()


def test_one_who_stops_reading_disturbs_nobody(reader, monkeypatch):
    for _ in range(5):
        PatientFactory()
    monkeypatch.setattr("emr_site.reports.rows.CHUNK", 1)
    report = all_reports()["patient-basic-info"]
    given_up, read_on = (every_row(report.rows().order_by("pk"), report.names) for _ in range(2))
    next(given_up), next(read_on)
    given_up.close()
    assert report.rows().count() == 5
    assert len(list(read_on)) == 4


def test_it_is_never_wholly_in_memory(reader, monkeypatch):
    for _ in range(5):
        PatientFactory()
    monkeypatch.setattr("emr_site.reports.rows.CHUNK", 2)
    response = reader.get("/reports/patient-basic-info.csv")
    assert response.streaming
    assert len(StringIO(b"".join(response.streaming_content).decode()).readlines()) == 6
