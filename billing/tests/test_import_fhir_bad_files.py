"""import_fhir: a file that cannot go in says why and leaves nothing behind; the others go in."""

import gzip
import json

import pytest
from django.db import connection

from audit.models import AuditLog
from billing.models import Billing
from billing.tests.fhir_bundles import (
    claim,
    encounter,
    entry,
    observation,
    order,
    patient,
    practitioner,
    ref,
    run,
    said,
    the_visit,
    write,
)
from emr_site.models import ExternalIdentifier
from reception.models import Patient, Visit

pytestmark = pytest.mark.django_db
LONG = "x" * 300


def refused(tmp_path, *entries):
    """The reason why a bundle is left out; a good one beside it goes in, and nothing else does."""
    write(tmp_path / "bad.json", *entries)
    return reason_beside_a_good_file(tmp_path)


def reason_beside_a_good_file(tmp_path):
    write(tmp_path / "good.json", patient("good-1"))
    printed, complaint = run(tmp_path)
    assert complaint == "1 of 2 files were left out; the rest is in."
    assert [Patient.objects.count(), ExternalIdentifier.objects.count(), AuditLog.objects.count()] == [1, 1, 1]
    assert "Example" not in printed
    return next(line for line in printed.splitlines() if line.startswith("left out: ")).removeprefix("left out: ")


def test_it_leaves_out_a_file_that_is_not_json(tmp_path):
    (tmp_path / "bad.json").write_text("Ann Example, born in 1980")
    assert reason_beside_a_good_file(tmp_path) == "bad.json: it is not JSON from beginning to end"


def test_it_leaves_out_an_empty_file(tmp_path):
    (tmp_path / "bad.json").write_text("")
    assert reason_beside_a_good_file(tmp_path) == "bad.json: it is not JSON from beginning to end"


def test_it_leaves_out_a_file_that_stops_halfway_with_what_stood_before(tmp_path):
    bundle = write(tmp_path / "bad.json", *the_visit())
    bundle.write_text(bundle.read_text()[:-40])
    assert reason_beside_a_good_file(tmp_path) == "bad.json: it is not JSON from beginning to end"


def test_it_leaves_out_a_compressed_file_that_stops_halfway(tmp_path):
    bundle = write(tmp_path / "bad.json.gz", *the_visit())
    bundle.write_bytes(bundle.read_bytes()[:-30])
    assert reason_beside_a_good_file(tmp_path) == "bad.json.gz: its compression is damaged or ends too early"


def test_it_leaves_out_a_compressed_file_that_is_damaged(tmp_path):
    whole = gzip.compress(b"x" * 100)
    (tmp_path / "bad.json.gz").write_bytes(whole[:12] + b"\xff\xff\xff\xff" + whole[16:])
    assert reason_beside_a_good_file(tmp_path) == "bad.json.gz: its compression is damaged or ends too early"


@pytest.mark.parametrize("content", [[], {}, {"resourceType": "Patient", "id": "ann-1"}, {"entry": []}])
def test_it_leaves_out_json_that_is_no_bundle(tmp_path, content):
    (tmp_path / "bad.json").write_text(json.dumps(content))
    assert reason_beside_a_good_file(tmp_path) == "bad.json: it is not a FHIR Bundle"


def test_it_leaves_out_a_bundle_that_refers_to_nothing(tmp_path):
    lost = observation(encounter=ref("nowhere"))
    assert (
        refused(tmp_path, *the_visit(), lost) == "bad.json: entry 5, Observation: the visit it refers to is not there"
    )


def test_it_leaves_out_a_bundle_whose_patient_is_born_in_the_future(tmp_path):
    reason = refused(tmp_path, practitioner(), patient(birthDate="2999-01-01"))
    assert reason == "bad.json: entry 2, Patient: refused by the rule birth_in_future"


def test_it_leaves_out_a_bundle_with_a_visit_before_the_birth(tmp_path):
    early = encounter(period={"start": "1979-01-01T10:00:00+00:00"}, serviceProvider={})
    reason = refused(tmp_path, practitioner(), patient(), early)
    assert reason == "bad.json: entry 3, Encounter: refused by the rule visit_before_birth"


def test_it_leaves_out_a_bundle_with_a_test_before_the_birth(tmp_path):
    reason = refused(tmp_path, *the_visit(), observation(effectiveDateTime="1979-01-01"))
    assert reason == "bad.json: entry 5, Observation: refused by the rule test_before_birth"


def test_it_leaves_out_a_bundle_with_an_amount_below_nothing(tmp_path):
    reason = refused(tmp_path, *the_visit(), claim(total={"value": -1}))
    assert reason == "bad.json: entry 5, Claim: refused by the rule billing_amount_not_negative"


def test_it_leaves_out_an_amount_that_no_bill_has(tmp_path):
    assert refused(tmp_path, *the_visit(), claim(total={"value": 1e12})).startswith("bad.json: entry 5, Claim: its ")


@pytest.mark.parametrize(
    ("too_long", "reason"),
    [
        (order(medicationCodeableConcept=said(LONG)), "entry 5, MedicationRequest: its medication is too long"),
        (observation(code=said(LONG)), "entry 5, Observation: its type is too long"),
        (patient("bo-1", name=[{"family": LONG}]), "entry 5, Patient: its family_name is too long"),
    ],
)
def test_it_cuts_nothing_off(tmp_path, too_long, reason):
    assert refused(tmp_path, *the_visit(), too_long) == f"bad.json: {reason}"


@pytest.mark.parametrize(
    ("shapeless", "reason"),
    [
        (entry("Patient", "p-1", name="Ann Example"), "entry 1, Patient: it is not shaped as FHIR says"),
        (entry("Patient", "p-1", telecom=7), "entry 1, Patient: it is not shaped as FHIR says"),
        ({"resource": {"resourceType": "Patient"}}, "entry 1, Patient: it lacks id"),
        ({"resource": {"id": "p-1"}}, "entry 1, None: it lacks resourceType"),
        (
            {"resource": {"resourceType": "Patient", "id": {}}},
            "the ids: it is not shaped as FHIR says",
        ),
    ],
)
def test_it_leaves_out_what_is_not_shaped_as_fhir_says(tmp_path, shapeless, reason):
    assert refused(tmp_path, shapeless) == f"bad.json: {reason}"


def test_it_leaves_out_a_file_that_is_not_there(tmp_path):
    good = write(tmp_path / "good.json", patient())
    printed, _ = run(good, tmp_path / "absent.json")
    assert "left out: absent.json: it cannot be read: No such file or directory" in printed
    assert Patient.objects.count() == 1


def test_it_says_that_a_folder_holds_no_bundle(tmp_path):
    assert run(tmp_path) == ("", "No .json or .json.gz file is there.")


def test_it_takes_a_file_that_was_left_out_once_it_is_put_right(tmp_path):
    refused(tmp_path, *the_visit(), claim(total={"value": -1}))
    write(tmp_path / "bad.json", *the_visit(), claim())
    assert run(tmp_path)[1] is None
    assert (Visit.objects.count(), Billing.objects.count()) == (1, 1)


def test_it_does_not_take_a_broken_connection_for_a_bad_file(tmp_path, monkeypatch):
    def lost(*args, **kwargs):
        raise connection.Database.OperationalError(2013, "Lost connection to server during query")

    monkeypatch.setattr(Patient.objects, "create", lost)
    with pytest.raises(connection.Database.OperationalError):
        run(write(tmp_path / "good.json", patient()))
