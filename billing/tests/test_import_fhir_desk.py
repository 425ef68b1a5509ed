"""import_fhir: patients, providers, insurances, visits and bills."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from billing.models import Billing
from billing.tests.fhir_bundles import (
    benefit,
    claim,
    coverage,
    encounter,
    entry,
    imported,
    observation,
    patient,
    practitioner,
    ref,
    the_visit,
)
from clinical.models import Test
from reception.models import Insurance, Patient, Provider, Visit

pytestmark = pytest.mark.django_db


def test_it_fills_a_patient(tmp_path):
    address = {"line": ["3 Elm Row"], "city": "Leeds", "state": "Yorkshire", "postalCode": "LS1", "country": "GB"}
    phone = {"system": "phone", "value": "0113 496 0001", "use": "home"}
    imported(tmp_path, patient(address=[address], telecom=[phone]))
    ann = Patient.objects.get()
    assert (ann.full_name, ann.sex, ann.date_of_birth) == ("Ann María Example", "female", date(1980, 8, 14))
    assert (ann.given_name, ann.middle_name) == ("Ann", "María")
    assert ann.address_lines == ["3 Elm Row", "Leeds Yorkshire LS1", "United Kingdom"]
    assert (ann.phone_number, ann.phone_kind) == ("0113 496 0001", "home")


def test_it_fills_language_further_phones_and_next_of_kin(tmp_path):
    phones = [{"system": "phone", "value": number} for number in ("0113 496 0001", "0113 496 0002", "none")]
    speaks = [
        {"language": {"coding": [{"code": "en-US"}]}},
        {"language": {"coding": [{"code": "es"}]}, "preferred": True},
    ]
    kin = {
        "relationship": [{"coding": [{"code": "N"}]}],
        "name": {"family": "Example7", "given": ["Carol"]},
        "telecom": [{"system": "phone", "value": "0113 496 0003"}],
    }
    needs = {"url": "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired", "valueBoolean": True}
    more = {"telecom": phones, "communication": speaks, "contact": [kin], "extension": [needs]}
    printed = imported(tmp_path, patient(**more, address=[{"city": "Leeds", "country": "Nowhere"}]))
    ann = Patient.objects.get()
    assert (ann.language, ann.interpreter_needed, ann.country_code) == ("es", True, None)
    assert list(ann.phones.values_list("number", flat=True)) == ["0113 496 0002"]
    assert list(ann.contacts.values_list("name", "phone", "is_next_of_kin")) == [
        ("Carol Example", "0113 496 0003", True)
    ]
    assert ann.emergency_contact == "Carol Example"
    assert "a phone that is no phone number" in printed
    assert "a country that is not an ISO 3166 code" in printed


def test_it_gives_a_patient_a_number_with_a_check_digit(tmp_path):
    imported(tmp_path, patient())
    assert Patient.objects.get().mrn.isdigit()


def test_it_tells_of_a_birth_date_that_is_only_a_year(tmp_path):
    printed = imported(tmp_path, patient(birthDate="1980"))
    assert Patient.objects.get().date_of_birth is None
    assert "not kept: 1 Patient: birthDate that is not a full date" in printed


def test_it_keeps_a_day_of_death_and_tells_of_a_death_without_one(tmp_path):
    dead = patient("bo-1", deceasedBoolean=True)
    printed = imported(tmp_path, patient(deceasedDateTime="2015-03-02T10:00:00+00:00"), dead)
    assert Patient.objects.filter(deceased_on=date(2015, 3, 2)).count() == 1
    assert "not kept: 1 Patient: that the patient has died, for no day is given" in printed


def test_it_fills_a_provider(tmp_path):
    imported(tmp_path, practitioner())
    assert Provider.objects.get().name == "Dr. Ida Grey"


def test_it_finds_a_provider_by_a_number_of_the_sender(tmp_path):
    numbered = practitioner(identifier=[{"system": "http://example.org/npi", "value": "160"}])
    by_number = {"reference": "Practitioner?identifier=http://example.org/npi|160"}
    imported(tmp_path, numbered, patient(), encounter(participant=[{"individual": by_number}], serviceProvider={}))
    assert Visit.objects.get().provider.family_name == "Grey"


@pytest.mark.parametrize(("zone", "clock"), [("Europe/London", time(9, 30)), ("Asia/Tokyo", time(17, 30))])
def test_it_shows_a_visit_by_the_clinics_clock(tmp_path, settings, zone, clock):
    settings.TIME_ZONE = zone
    imported(tmp_path, *the_visit())
    visit = Visit.objects.get()
    assert (visit.date, visit.time) == (date(2019, 7, 1), clock)
    assert visit.left_at == datetime(2019, 7, 1, 8, 45, tzinfo=UTC)


def test_it_takes_a_birth_of_which_the_clinics_clock_says_it_is_still_yesterday(tmp_path, settings):
    settings.TIME_ZONE = "America/Los_Angeles"
    born = {"start": "1980-08-14T01:00:00+00:00", "end": "1980-08-14T02:00:00+00:00"}
    test = observation(effectiveDateTime=born["start"])
    imported(tmp_path, practitioner(), patient(), encounter(period=born, serviceProvider={}), test)
    assert Visit.objects.get().date == Test.objects.get().date == date(1980, 8, 14)


def test_it_writes_reason_and_place_of_a_visit_in_words(tmp_path):
    imported(tmp_path, *the_visit())
    visit = Visit.objects.get()
    assert (visit.reason, visit.facility) == ("Asthma; Encounter for problem", "ELM ROW CLINIC")


def test_it_lets_the_place_stand_for_a_provider_whom_nobody_names(tmp_path):
    imported(tmp_path, *the_visit()[:3], encounter(participant=[]), encounter("visit-2", participant=[]))
    assert set(Visit.objects.values_list("provider__family_name", flat=True)) == {"ELM ROW CLINIC"}


def test_it_skips_a_visit_that_never_was_and_what_belongs_to_it(tmp_path):
    printed = imported(tmp_path, *the_visit()[:3], encounter(status="cancelled"), claim())
    assert not Visit.objects.exists()
    assert "skipped: 1 Encounter: its status is cancelled" in printed
    assert "skipped: 1 Claim: its visit was skipped" in printed


def test_it_fills_an_insurance_once_for_each_patient_and_payer(tmp_path):
    period = {"start": "2019-01-01", "end": "2019-12-31"}
    mine = entry("Coverage", "c-1", **coverage(subscriberId="E-77", period=period) | {"id": "c-1"})
    again = entry("Coverage", "c-2", **coverage() | {"id": "c-2"})
    other = entry("Coverage", "c-3", **coverage("dual_eligible") | {"id": "c-3"})
    imported(tmp_path, patient(), mine, again, other)
    assert set(Insurance.objects.values_list("insurance_details", "member_number", "ends_on")) == {
        ("Elm Mutual", "E-77", date(2019, 12, 31)),
        ("Dual eligible", None, None),
    }


def test_it_takes_no_insurance_for_what_it_is(tmp_path):
    printed = imported(tmp_path, *the_visit(), claim(), benefit(contained=[coverage("no_insurance")]))
    assert not Insurance.objects.exists()
    assert "skipped: 1 Coverage: it says that there is no insurance" in printed


def test_it_fills_a_bill_with_its_visit(tmp_path):
    imported(tmp_path, *the_visit(), claim())
    bill = Billing.objects.get()
    assert (bill.amount, bill.billing_date, bill.visit) == (Decimal("129.16"), date(2019, 7, 1), Visit.objects.get())
    assert bill.insurance_claim_status == "Pending"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({}, "Processed"),
        ({"payment": {"amount": {"value": 100.0}}}, "Approved"),
        ({"outcome": "queued"}, "Pending"),
    ],
)
def test_it_moves_a_claim_as_the_insurer_answered(tmp_path, answer, status):
    imported(tmp_path, *the_visit(), claim(), benefit(**answer))
    assert Billing.objects.get().insurance_claim_status == status


def test_it_tells_that_a_bill_is_in_another_currency(tmp_path):
    printed = imported(tmp_path, *the_visit(), claim(total={"value": 10, "currency": "USD"}))
    assert "not kept: 1 Claim: the currency USD; the figures stand as they are" in printed


def test_it_finds_what_stands_further_down_in_the_file(tmp_path):
    imported(tmp_path, benefit(), claim(), encounter(), patient(), practitioner(), the_visit()[0])
    assert Billing.objects.get().visit.patient == Insurance.objects.get().patient


def test_it_finds_what_an_earlier_run_brought(tmp_path):
    imported(tmp_path, practitioner())
    imported(tmp_path, patient(), encounter(participant=[{"individual": ref("grey-1")}]))
    assert Visit.objects.get().provider == Provider.objects.get()
