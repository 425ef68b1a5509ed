"""Every address × every role, against one table; an address that the table lacks fails."""

from fnmatch import fnmatch

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from emr_site.tests.access_table import HEAD, LINES, MODELS, addresses, arguments

pytestmark = pytest.mark.django_db
RIGHTS = {model: {"Staff": staff, "Administrator": ada} for model, staff, ada in MODELS}
# What an address of one model in the back office needs.
NEEDS = {"changelist": "v", "add": "a", "change": "v", "history": "v", "delete": "d"}
OWN_PAGES = (
    "admin:None",
    "admin:axes_*",
    "admin:auth_user_password_change",
    "admin:index",
    "admin:login",
    "admin:logout",
    "admin:password_change*",
    "admin:autocomplete",
    "admin:jsi18n",
    "admin:view_on_site",
    "admin:app_list",
)


def status(cast, user, method, url):
    """The status of one request, which leaves nothing behind for the next."""
    with transaction.atomic():
        response = cast.browse_as(user).generic(method, url)
        transaction.set_rollback(True)
    return response.status_code


def people(cast):
    return [None, *cast.everyone.values()]


@pytest.mark.parametrize(
    ("name", "method", "of", "expected"),
    [(*line[:3], line[3:]) for line in LINES],
    ids=lambda x: None if isinstance(x, tuple) else x,
)
def test_it_answers_each_role_as_the_table_says(cast, name, method, of, expected):
    assert cast.ann_record
    url = reverse(name, kwargs=arguments(cast, name, of))
    found = [str(status(cast, user, method, url)) for user in people(cast)]
    assert dict(zip(HEAD[3:], found, strict=True)) == dict(zip(HEAD[3:], expected, strict=True)), f"{method} {url}"


def test_the_table_has_every_address():
    listed = {line[0] for line in LINES}
    missing = {name for name, _ in addresses() if not name.startswith("admin:")} - listed
    assert not missing, f"the access_table.py of its room lacks {', '.join(sorted(missing))}"
    assert not listed - {name for name, _ in addresses()}


def test_the_back_office_has_the_models_of_the_table_and_no_other():
    registered = {f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry}
    axes = {name for name in registered if name.startswith("axes_")}
    assert registered - axes == set(RIGHTS)


def test_every_address_of_the_back_office_is_of_a_model_or_known():
    of_models = {f"admin:{model}_{verb}" for model in RIGHTS for verb in NEEDS}
    found = {name for name, _ in addresses() if name.startswith("admin:")}
    assert not {name for name in found - of_models if not any(fnmatch(name, known) for known in OWN_PAGES)}


@pytest.mark.parametrize("model", RIGHTS)
def test_the_back_office_opens_to_each_role_what_the_table_says(cast, model):
    row = a_row(cast, model)
    for role, user in {"nobody": None, **cast.everyone}.items():
        for verb, right in NEEDS.items():
            url = back_office_url(model, verb, row)
            if url:
                inside = "200" if right in RIGHTS[model].get(role, "") else "403"
                expected = inside if role in ("Staff", "Administrator") else "302"
                assert (role, verb, str(status(cast, user, "GET", url))) == (role, verb, expected)


def a_row(cast, model):
    cast.call_everyone()
    return apps.get_model(*model.split("_", 1) if "emr_site" not in model else model.rsplit("_", 1)).objects.first()


def back_office_url(model, verb, row):
    """The address of a verb of a model; None where the model has no such page, or no row to show on it."""
    try:
        return reverse(f"admin:{model}_{verb}", args=[row.pk] if row and verb not in ("changelist", "add") else [])
    except NoReverseMatch:
        return None


NOT_A_TRAINEES = ("cosign_note", "create_clinical_record", "update_clinical_record", "delete_clinical_record")


@pytest.mark.parametrize(
    ("who", "less"),
    [("trainee", {(f"clinical:{verb}", method) for verb in NOT_A_TRAINEES for method in ("GET", "POST")})],
)
def test_a_doctor_in_training_may_do_what_a_doctor_may_but_for(cast, who, less):
    at = HEAD[3:].index("Doc")
    for name, method, of, *statuses in LINES:
        expected = "403" if (name, method) in less else statuses[at]
        url = reverse(name, kwargs=arguments(cast, name, of))
        assert str(status(cast, getattr(cast, who), method, url)) == expected, f"{method} {url}"


def test_a_locum_gets_nothing_of_a_patient_who_is_not_of_today(cast):
    """Where a doctor is let in, and where a doctor is not."""
    at = HEAD[3:].index("Doc")
    shown = {
        # Notes that wait for a second signature and pages behind links are of no patient's chart.
        name
        for name, *_ in LINES
        if "token" in dict(addresses())[name]
    }
    for name, method, of, *statuses in LINES:
        if not of.startswith(("ann", "bo")) or name in shown or name == "reception:state_reason":
            continue
        url = reverse(name, kwargs=arguments(cast, name, of))
        found = str(status(cast, cast.locum, method, url))
        expected = {"403"} if statuses[at] in ("200", "409", "422", "302") else {statuses[at], "403"}
        assert found in expected, f"{method} {url}: {found}"
