"""Small FHIR R4 bundles, made by hand: Ann Example, who saw Dr Grey on a summer morning, and what came of it."""

import gzip
import json
from io import StringIO

from django.core.management import CommandError, call_command

ANN, GREY, CLINIC, VISIT = "ann-1", "grey-1", "clinic-1", "visit-1"


def ref(value):
    return {"reference": f"urn:uuid:{value}"}


def said(text, code="0", **more):
    return {"coding": [{"code": code, "display": text, **more}], "text": text}


def entry(kind, value, **elements):
    return {
        "fullUrl": f"urn:uuid:{value}",
        "resource": {"resourceType": kind, "id": value, **elements},
        "request": {"method": "POST", "url": kind},
    }


def patient(value=ANN, **elements):
    name = [{"use": "official", "family": "Example218", "given": ["Ann", "María762"]}]
    return entry("Patient", value, **{"name": name, "gender": "female", "birthDate": "1980-08-14"} | elements)


def practitioner(value=GREY, **elements):
    return entry(
        "Practitioner", value, **{"name": [{"family": "Grey", "given": ["Ida"], "prefix": ["Dr."]}]} | elements
    )


def organization(value=CLINIC, name="ELM ROW CLINIC -"):
    return entry("Organization", value, name=name)


def encounter(value=VISIT, **elements):
    return entry(
        "Encounter",
        value,
        **{
            "status": "finished",
            "subject": ref(ANN),
            "participant": [{"individual": ref(GREY)}],
            "serviceProvider": ref(CLINIC),
            "period": {"start": "2019-07-01T08:30:00+00:00", "end": "2019-07-01T08:45:00+00:00"},
            "reasonCode": [said("Asthma (disorder)")],
            "type": [said("Encounter for problem (procedure)")],
        }
        | elements,
    )


def charted(kind, value, **elements):
    """A resource of Ann's visit."""
    return entry(kind, value, **{"subject": ref(ANN), "encounter": ref(VISIT)} | elements)


def observation(value="obs-1", category="laboratory", **elements):
    return charted(
        "Observation",
        value,
        **{
            "status": "final",
            "category": [{"coding": [{"code": category}]}],
            "code": said("Glucose"),
            "effectiveDateTime": "2019-07-01T08:30:00+00:00",
            "valueQuantity": {"value": 74.4512, "unit": "mg/dL"},
        }
        | elements,
    )


def order(value="order-1", **elements):
    return charted(
        "MedicationRequest",
        value,
        **{
            "status": "active",
            "medicationCodeableConcept": said("Amoxicillin 250 MG Oral Capsule"),
            "authoredOn": "2019-07-01T08:30:00+00:00",
            "requester": ref(GREY),
        }
        | elements,
    )


def claim(value="claim-1", **elements):
    return entry(
        "Claim",
        value,
        **{
            "status": "active",
            "patient": ref(ANN),
            "created": "2019-07-01T08:45:00+00:00",
            "item": [{"sequence": 1, "encounter": [ref(VISIT)]}],
            "total": {"value": 129.16, "currency": "EUR"},
        }
        | elements,
    )


def coverage(payer="Elm Mutual", **elements):
    return {
        "resourceType": "Coverage",
        "id": "coverage",
        "beneficiary": ref(ANN),
        "payor": [{"display": payer}],
    } | elements


def benefit(value="benefit-1", **elements):
    return entry(
        "ExplanationOfBenefit",
        value,
        **{"status": "active", "outcome": "complete", "claim": ref("claim-1"), "contained": [coverage()]} | elements,
    )


def the_visit():
    """The entries that everything of Ann's visit refers to."""
    return [organization(), practitioner(), patient(), encounter()]


def write(path, *entries):
    """A bundle in a file, compressed when its name says so."""
    text = json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


def run(*paths):
    """Import; what the command printed, and its complaint at the end or None."""
    out = StringIO()
    try:
        call_command("import_fhir", *map(str, paths), stdout=out, verbosity=0)
    except CommandError as complaint:
        return out.getvalue(), str(complaint)
    return out.getvalue(), None


def imported(tmp_path, *entries):
    """Import one bundle that must go in; what the command printed."""
    printed, complaint = run(write(tmp_path / "bundle.json", *entries))
    assert complaint is None, printed
    return printed
