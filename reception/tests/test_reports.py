"""The front desk's reports, against figures worked out by hand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from emr_site.reports.tests.reading import downloaded, shown
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, VisitFactory, day
from reception.tests.record_factories import InsuranceFactory

# The reports' account reads on a connection of its own, which sees only what is committed.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(cast):
    return cast.browse_as(cast.rita)


def born(years, on):
    """The birth date of somebody who completes so many years, a multiple of four, on that day: even on 29 February."""
    return on.replace(year=on.year - years)


def test_it_shows_the_sex_in_words_where_no_gender_is_recorded(reader):
    PatientFactory(family_name="Able", given_name="Ann", gender="Non-binary", sex="female")
    PatientFactory(family_name="Baker", given_name="Bea", sex="male", date_of_birth=None)
    PatientFactory(family_name="Cole", given_name="Cy", sex="unknown", date_of_birth=date(1990, 2, 28))
    assert [row[1:] for row in shown(reader, "patient-basic-info")] == [
        ["Ann Able", "Non-binary", "14-Aug-1980"],
        ["Bea Baker", "Male", "Not recorded"],
        ["Cy Cole", "Not recorded", "28-Feb-1990"],
    ]


def test_it_finds_a_patient_by_number(reader):
    ann, _other = PatientFactory(given_name="Ann", family_name="Able"), PatientFactory()
    assert [row[1] for row in shown(reader, "patient-basic-info", patient_id=ann.pk)] == ["Ann Able"]
    assert shown(reader, "patient-basic-info", patient_id=10**15) == []


def test_it_counts_a_patient_who_never_came_as_0_and_two_of_one_name_apart(reader):
    often, once, never = (PatientFactory(given_name="Ann", family_name="Able") for _ in range(3))
    for patient in (often, often, once):
        VisitFactory(patient=patient)
    _, rows = downloaded(reader, "visits-per-patient")
    assert rows == [[str(often.pk), "Ann Able", "2"], [str(once.pk), "Ann Able", "1"], [str(never.pk), "Ann Able", "0"]]


def test_it_averages_completed_years_and_stops_at_death(reader):
    today = datetime.now(UTC).date()
    PatientFactory(date_of_birth=born(24, today))
    PatientFactory(date_of_birth=born(20, today + timedelta(days=1)))  # 19 until tomorrow
    PatientFactory(date_of_birth=date(1900, 5, 5), deceased_on=date(1950, 5, 5))
    PatientFactory(date_of_birth=None)
    headings, rows = downloaded(reader, "average-age")
    assert dict(zip(headings, rows[0], strict=True)) == {
        "Average age in years": "31.0",  # (24 + 19 + 50) / 3
        "Patients with a date of birth": "3",
        "All patients": "4",
    }


def test_it_says_so_when_there_is_nobody_to_average(reader):
    response = reader.get("/reports/average-age/")
    assert "Not recorded" in response.content.decode()
    assert downloaded(reader, "insured-patients")[1] == [["0", "0"]]


def test_it_counts_appointments_of_every_provider_and_0_for_those_without(reader):
    busy = ProviderFactory(given_name="Bea", family_name="Busy", department="Cardiology")
    ProviderFactory(given_name="Ida", family_name="Idle", department=None)
    AppointmentFactory(provider=busy)
    AppointmentFactory(provider=busy, time=time(11))
    assert [row[1:] for row in shown(reader, "appointments-per-provider")] == [
        ["Dr. Bea Busy", "Cardiology", "2"],
        ["Dr. Ida Idle", "Not recorded", "0"],
    ]


def test_it_shows_appointments_newest_first(reader):
    patient = PatientFactory(given_name="Ann", family_name="Able")
    provider = ProviderFactory(given_name="Bea", family_name="Busy")
    early = AppointmentFactory(patient=patient, provider=provider, date=date(2026, 3, 2), time=time(9))
    late = AppointmentFactory(patient=patient, provider=provider, date=date(2026, 3, 2), time=time(14, 30))
    assert downloaded(reader, "appointment-details") == (
        ["Appointment number", "Patient number", "Patient name", "Provider", "Date", "Time", "Status"],
        [
            [str(late.pk), str(patient.pk), "Ann Able", "Dr. Bea Busy", "2026-03-02", "14:30", "Scheduled"],
            [str(early.pk), str(patient.pk), "Ann Able", "Dr. Bea Busy", "2026-03-02", "09:00", "Scheduled"],
        ],
    )


def test_it_finds_appointments_by_provider_and_status(reader):
    busy = ProviderFactory(given_name="Bea", family_name="Busy")
    kept = AppointmentFactory(provider=busy)
    AppointmentFactory(provider=busy, status="Cancelled", date=day(2))
    AppointmentFactory()
    found = shown(reader, "appointment-details", provider_name="Dr. Bea Busy", status="Scheduled")
    assert [row[0] for row in found] == [str(kept.pk)]


def test_it_finds_appointments_between_two_dates_and_both_belong(reader):
    for number in (1, 2, 15, 30, 31):
        AppointmentFactory(date=date(2026, 3, number))
    rows = shown(reader, "patient-appointments", date_from="2/3/2026", date_to="30-Mar-2026", sort="date")
    assert [row[3] for row in rows] == ["02-Mar-2026", "15-Mar-2026", "30-Mar-2026"]


def test_it_shows_visits_newest_first(reader):
    patient = PatientFactory(given_name="Ann", family_name="Able")
    provider = ProviderFactory(given_name="Bea", family_name="Busy")
    VisitFactory(patient=patient, provider=provider, date=date(2026, 3, 2), time=None, facility=None)
    VisitFactory(patient=patient, provider=provider, date=date(2026, 3, 3), time=time(9, 5))
    assert [row[2:] for row in shown(reader, "visit-history")] == [
        ["Ann Able", "Dr. Bea Busy", "03-Mar-2026", "09:05", "Main clinic"],
        ["Ann Able", "Dr. Bea Busy", "02-Mar-2026", "Not recorded", "Not recorded"],
    ]


def test_it_lists_both_insurances_of_a_patient_and_counts_the_patient_once(reader):
    twice, _without = PatientFactory(given_name="Ann", family_name="Able"), PatientFactory()
    InsuranceFactory(patient=twice, insurance_details="Allied Mutual")
    InsuranceFactory(patient=twice, insurance_details="Blue Cross", ends_on=date(2020, 1, 1))
    InsuranceFactory()
    assert [row[3] for row in shown(reader, "patient-insurance", patient_id=twice.pk)] == [
        "Allied Mutual",
        "Blue Cross",
    ]
    headings, rows = downloaded(reader, "insured-patients")
    assert dict(zip(headings, rows[0], strict=True)) == {"Patients with an insurance": "2", "All patients": "3"}
