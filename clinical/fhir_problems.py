"""From FHIR onto the list of problems: each time of an illness once, by its code of ICD-10-CM where one is known."""

import re

from clinical.messages import MESSAGES
from clinical.models import Icd10Code, Problem
from clinical.snomed import ICD10_CM, LASTING_FINDINGS
from clinical.snomed import SYSTEM as SNOMED
from emr_site.fhir.elements import codes, day, is_finding, words
from emr_site.refusals import code_of_refusal

Status = Problem.Status
OVER = {"resolved": Status.RESOLVED, "inactive": Status.INACTIVE, "remission": Status.INACTIVE}
DAY_UNKNOWN = "Resolved, on a day that was not recorded."
ONCE = {"problem_code_once", "problem_words_once"}


def is_problem(resource):
    """Whether it is one; what was seen or felt at a visit is none, unless the sender lists it or it lasts."""
    listed = set().union(*(codes(each) for each in resource.get("category", [])))
    lasting = codes(resource.get("code")) & LASTING_FINDINGS
    return not is_finding(resource.get("code")) or bool(lasting) or "problem-list-item" in listed


def list_problem(resource, patient):
    """The new row for a condition; None where the list has it already."""
    told = {"patient": patient} | named(resource) | dated(resource, patient)
    same = {name: told[name] for name in ("patient", "description", "onset_on", "resolved_on")}
    if Problem.objects.live().filter(**same).exists():
        return None
    row = Problem(**told)
    refused = code_of_refusal(row.save, {code: MESSAGES[code] for code in ONCE})
    return None if refused else row


def named(resource):
    """By the title of its code, the sender's words beside it where they are others; or in words alone."""
    name = words(resource.get("code"))
    code = icd10(resource.get("code"))
    if code is None:
        return {"description": name[:255]}
    return {
        "icd10_code": code,
        "description": code.title,
        "note": None if same(name, code.title) else f"Told as: {name}",
    }


def same(name, title):
    return name.casefold() == title.casefold()


def icd10(concept):
    """Our row for the sender's own code of ICD-10-CM, else for a name that means the same; None for neither."""
    codings = (concept or {}).get("coding", [])
    told = [with_point(each["code"]) for each in codings if "icd-10-cm" in each.get("system", "") and each.get("code")]
    told += [
        ICD10_CM[each["code"]] for each in codings if each.get("system") == SNOMED and each.get("code") in ICD10_CM
    ]
    known = Icd10Code.objects.in_bulk(told) if told else {}
    return next((known[code] for code in told if code in known), None)


def with_point(code):
    """E11.9, from E11.9 or E119."""
    bare = re.sub(r"[^0-9A-Z]", "", code.upper())
    return f"{bare[:3]}.{bare[3:]}" if len(bare) > 3 else bare


def dated(resource, patient):
    """Since when, and whether and when it was over: on the last day that anything is known of it where no other is."""
    since, until = day(resource.get("onsetDateTime")), day(resource.get("abatementDateTime"))
    since = max(since, patient.date_of_birth) if since and patient.date_of_birth else since
    told = {"onset_on": since, "onset_as": since and since.isoformat(), "resolved_on": None}
    status = next((OVER[code] for code in OVER if code in codes(resource.get("clinicalStatus"))), None)
    if status is None and until is None:
        return told
    if status == Status.INACTIVE and until is None:
        return told | {"status": Status.INACTIVE}
    last = until or day(resource.get("recordedDate")) or since
    if last is None:
        return told | {"status": Status.INACTIVE, "note": DAY_UNKNOWN}
    over = {"status": Status.RESOLVED, "resolved_on": max(last, since or last)}
    return told | over | ({} if until else {"note": DAY_UNKNOWN})
