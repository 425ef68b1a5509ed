"""The list of problems: added to with a code or in words, corrected, resolved, reopened, voided."""

import pytest
from django.utils import timezone

from audit.models import Look
from clinical.models import Problem
from clinical.problems import live_problems
from clinical.tests.acting import audited, chart_url, send, shown
from clinical.tests.factories import ProblemFactory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def add(cast, **typed):
    client, address = cast.browse_as(cast.okafor), chart_url("add_problem", cast.ann_record)
    return client.post(address, shown(client, address) | typed)


@pytest.mark.usefixtures("icd10")
def test_a_coded_one_keeps_the_title_of_the_list(cast):
    assert add(cast, q="dm2", code="E11.9", onset="Mar 2019").status_code == 302
    row = Problem.objects.get()
    assert (row.icd10_code_id, row.description, row.onset_as, row.onset, str(row.onset_on)) == (
        "E11.9",
        "Type 2 diabetes mellitus without complications",
        "2019-03",
        "Mar-2019",
        "2019-03-01",
    )
    assert (row.status, row.recorded_by, row.patient) == ("active", cast.okafor, cast.ann_record)
    assert audited(row, "C", cast.okafor) == 1
    page = cast.browse_as(cast.ned).get(chart_url("problems", cast.ann_record)).content.decode()
    assert "E11.9" in page
    assert "Since Mar-2019" in page
    assert "Uncoded" not in page
    assert "Add a problem" not in page


def test_words_alone_are_marked_as_uncoded(cast):
    assert add(cast, q="Tired of late", words="Tired of late").status_code == 302
    assert Problem.objects.get().icd10_code is None
    assert "Uncoded" in cast.browse_as(cast.okafor).get(chart_url("problems", cast.ann_record)).content.decode()


@pytest.mark.usefixtures("icd10")
def test_without_scripts_the_first_sending_offers_what_fits(cast):
    response = add(cast, q="dm2", onset="2019")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Choose what is meant from the list" in page
    assert 'value="E11.9"' in page
    assert 'value="2019"' in page
    assert not Problem.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose what is meant from the list"),
        ({"q": " "}, "Enter the problem."),
        ({"code": "E99.9"}, "not on the list of ICD-10-CM"),
        ({"words": "x", "onset": "long ago"}, "Write a year, a month or a day"),
        ({"words": "x", "onset": "13/2019"}, "Write a year, a month or a day"),
        ({"words": "x", "onset": "1700"}, "before 1850"),
        ({"words": "x", "onset": "2999"}, "in the future"),
        ({"words": "x", "onset": "1851"}, "before the patient was born"),
        ({"words": "x", "visit_id": "99999999"}, "not one of this patient"),
    ],
)
def test_it_says_what_is_wrong_and_writes_nothing(cast, typed, sentence):
    response = add(cast, **({"q": "typed words"} | typed))
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert "typed words" in page or "q" in typed
    assert "<title>Error: " in page
    assert not Problem.objects.exists()


def test_anothers_visit_is_refused_and_ones_own_is_kept(cast):
    assert add(cast, words="x", visit_id=cast.bo_visit.pk).status_code == 422
    assert add(cast, words="x", visit_id=cast.ann_visit.pk).status_code == 302
    assert Problem.objects.get().visit == cast.ann_visit


def test_pressed_twice_it_is_there_once_and_the_same_again_is_refused(cast):
    client, address = cast.browse_as(cast.okafor), chart_url("add_problem", cast.ann_record)
    form = shown(client, address) | {"words": "Tired"}
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    again = add(cast, words="tired")
    assert again.status_code == 422
    assert "on the list already" in again.content.decode()
    assert Problem.objects.count() == 1


def test_without_leaving_the_page_it_answers_the_form_and_the_list(cast):
    client, address = cast.browse_as(cast.okafor), chart_url("add_problem", cast.ann_record)
    form = shown(client, address) | {"words": "Tired", "visit_id": cast.ann_visit.pk}
    answer = client.post(address, form, headers=HTMX)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.index('id="problem-form"') < text.index('id="problem-list"')
    assert 'hx-swap-oob="true"' in text
    assert "autofocus" in text
    assert "Tired" in text
    assert f'name="visit_id" value="{cast.ann_visit.pk}"' in text
    assert form["idempotency_key"] not in text
    wrong = client.post(address, form | {"words": "", "q": "half"}, headers=HTMX)
    assert wrong.status_code == 422
    assert wrong.content.decode().lstrip().startswith("<form")
    assert 'value="half"' in wrong.content.decode()
    listed = client.get(chart_url("problems", cast.ann_record), headers=HTMX).content.decode()
    assert listed.lstrip().startswith('<section class="card-x" id="problem-list"')


def test_the_list_is_one_query_and_in_order(cast, django_assert_num_queries):
    ann = cast.ann_record
    for status in ("inactive", "active", "resolved"):
        over = timezone.localdate() if status == "resolved" else None
        ProblemFactory(patient=ann, description=f"It is {status}", status=status, resolved_on=over)
    ProblemFactory(patient=cast.bo_record, description="Of Bo")
    with django_assert_num_queries(1):
        found = live_problems(ann)
    assert [len(found[status]) for status in ("active", "inactive", "resolved")] == [1, 1, 1]
    page = cast.browse_as(cast.ned).get(chart_url("problems", ann)).content.decode()
    assert page.index("It is active") < page.index("It is inactive") < page.index("1 resolved")
    assert "Of Bo" not in page
    assert Look.objects.filter(patient_id=ann.pk, part="problems").exists()


def test_the_page_asks_few_questions(cast, django_assert_max_num_queries):
    address, client = chart_url("problems", cast.ann_record), cast.browse_as(cast.okafor)
    for number in range(20):
        ProblemFactory(patient=cast.ann_record, description=f"Problem {number}")
    with django_assert_max_num_queries(8):
        client.get(address)


def test_it_is_corrected_resolved_reopened_and_voided(cast):
    row, client = cast.ann_problem, cast.browse_as(cast.okafor)
    typed = {"onset": "2019", "status": "inactive", "note": "Since the move"}
    assert send(client, chart_url("update_problem", cast.ann_record, row), **typed).status_code == 302
    row.refresh_from_db()
    assert (row.onset, row.status, row.note) == ("2019", "inactive", "Since the move")
    resolve = chart_url("resolve_problem", cast.ann_record, row)
    assert "before it began" in send(client, resolve, resolved_on="1/1/2018").content.decode()
    assert "Enter the day" in send(client, resolve, resolved_on="").content.decode()
    assert send(client, resolve).status_code == 302
    assert "meanwhile" in send(client, resolve).content.decode()
    row.refresh_from_db()
    assert (row.status, row.resolved_on) == ("resolved", timezone.localdate())
    assert send(client, chart_url("update_problem", cast.ann_record, row), note="Over").status_code == 302
    reopen = chart_url("reopen_problem", cast.ann_record, row)
    assert send(client, reopen).status_code == 302
    assert "meanwhile" in send(client, reopen).content.decode()
    void = chart_url("void_problem", cast.ann_record, row)
    assert send(client, void, reason=" ").status_code == 422
    assert send(client, void, reason="Of another patient").status_code == 302
    row.refresh_from_db()
    assert (row.status, row.voided_by, row.void_reason) == ("active", cast.okafor, "Of another patient")
    assert audited(row, "U", cast.okafor) == 5
    assert client.get(void).status_code == 404
    assert live_problems(cast.ann_record)["active"] == []


def test_two_who_change_it_at_once_see_both_texts(cast):
    row, client = cast.ann_problem, cast.browse_as(cast.okafor)
    address = chart_url("update_problem", cast.ann_record, row)
    form = shown(client, address)
    with signed():
        Problem.objects.filter(pk=row.pk).update(note="Theirs", onset_as="2018", onset_on="2018-01-01")
    response = client.post(address, form | {"note": "Mine"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "Theirs" in page
    assert "Mine" in page
    assert 'value="2018"' in page


def test_anothers_problem_is_not_found(cast):
    row = ProblemFactory(patient=cast.bo_record)
    for name in ("update_problem", "resolve_problem", "reopen_problem", "void_problem"):
        assert cast.browse_as(cast.okafor).get(chart_url(name, cast.ann_record, row)).status_code == 404
