"""Who gets which status from which address: one line an address, method and owner of what the address names.

Each room has its own lines beside its tests; those that no upper room has stand here, where all are joined.

of      whose objects the address names: ann's or bo's ("ann.prescription": the address' pk is cast.ann_prescription;
        patient_id is always cast.<name>_record, visit_id cast.<name>_visit; what is named is there, with or without a
        pk in the address), a slug ("slug=average-age"), or nothing (-)
columns the status for nobody, then for one person of each role; the patient is Ann
302 asks to sign in (or has done what was asked); 403: a colleague without the right; 404: a patient, or another's row
405: the address takes POST only; 422: let in, but the empty form is not valid; 409: nor does it name the patient

The back office has a line a model: what Staff and Administrator may do with it there, as v(iew) a(dd) c(hange)
d(elete). Whoever may not open the back office at all is sent to the sign-in (302).
"""

from django.urls import URLPattern, get_resolver

from billing.tests import access_table as billing
from clinical.tests import access_table as clinical
from reception.tests import access_table as reception

TABLE = """
name                     method of                    anon Pat Doc Nur Rec Sta Rep Adm
home                     GET    -                      302 302 302 302 302 302 302 302
health_live              GET    -                      200 200 200 200 200 200 200 200
health_ready             GET    -                      200 200 200 200 200 200 200 200
back_office_sign_in      GET    -                      302 404 403 403 403 302 403 302
accounts:sign_in         GET    -                      200 302 302 302 302 302 302 302
accounts:sign_in         POST   -                      422 302 302 302 302 302 302 302
accounts:sign_out        GET    -                      405 405 405 405 405 405 405 405
accounts:sign_out        POST   -                      302 302 302 302 302 302 302 302
accounts:change_password GET    -                      302 200 200 200 200 200 200 200
accounts:change_password POST   -                      302 422 422 422 422 422 422 422
accounts:profile         GET    -                      302 200 200 200 200 200 200 200
accounts:profile         POST   -                      302 302 302 302 302 302 302 302
reports:index            GET    -                      302 404 403 403 403 403 200 200
reports:report           GET    slug=average-age       302 404 403 403 403 403 200 200
reports:report           GET    slug=patients-by-room  302 404 403 403 403 403 200 200
reports:report           GET    slug=billing-analysis  302 404 403 403 403 403 200 200
reports:report           GET    slug=no-such           404 404 404 404 404 404 404 404
reports:report_csv       GET    slug=average-age       302 404 403 403 403 403 200 200
reports:report_csv       GET    slug=patients-by-room  302 404 403 403 403 403 200 200
reports:report_csv       GET    slug=billing-analysis  302 404 403 403 403 403 200 200
"""

BACK_OFFICE = """
model                          Sta  Adm
accounts_user                  -    vac
auth_group                     -    v
audit_auditlog                 -    v
audit_look                     -    v
emr_site_adoptionfinding       -    v
emr_site_externalidentifier    -    v
"""


def joined(*tables):
    """The head, which all the tables share, and the lines of each."""
    parsed = [[tuple(line.split()) for line in table.strip().splitlines()] for table in tables]
    (head,) = {lines[0] for lines in parsed}
    return head, [line for lines in parsed for line in lines[1:]]


HEAD, LINES = joined(TABLE, reception.TABLE, clinical.TABLE, billing.TABLE)
_, MODELS = joined(BACK_OFFICE, reception.BACK_OFFICE, clinical.BACK_OFFICE, billing.BACK_OFFICE)


def addresses(patterns=None, namespace="", parameters=frozenset()):
    """(name, parameters) of every address of the product; the back office's catch-all has no name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        known = parameters | set(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", known
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner, known)


def arguments(cast, name, of):
    """What an address' parameters stand for, from the cast."""
    wanted = dict(addresses())[name]
    if "=" in of:
        return dict([of.split("=")])
    owner, _, noun = of.partition(".")
    whose = {"patient_id": "record", "visit_id": "visit", "form_id": "consent_form", "other_id": "twin", "pk": noun}
    if noun == "note":  # of a visit that has no clinical record in the old form
        whose["visit_id"] = "note_visit"
    if noun:
        getattr(cast, f"{owner}_{noun}")  # a visit's record has no address of its own, but must be there
    return {parameter: getattr(cast, f"{owner}_{whose[parameter]}").pk for parameter in wanted}
