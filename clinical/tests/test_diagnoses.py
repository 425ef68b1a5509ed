"""What a visit was about: recorded with the problem it stands for, in an order, and removed without a trace lost."""

import pytest
from django.utils import timezone

from audit.models import Look
from clinical.models import Problem, VisitDiagnosis
from clinical.problems import diagnose, diagnoses_of
from clinical.tests.acting import assert_refused, audited, chart_url, shown, sql
from clinical.tests.factories import ProblemFactory, VisitDiagnosisFactory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def url(name, cast, *more):
    return chart_url(name, cast.ann_record, cast.ann_visit, *more)


def add(cast, **typed):
    client, address = cast.browse_as(cast.okafor), url("add_diagnosis", cast)
    return client.post(address, shown(client, address) | typed)


@pytest.mark.usefixtures("icd10")
def test_it_is_recorded_and_its_problem_is_on_the_list(cast):
    assert add(cast, q="dm2", code="E11.9").status_code == 302
    assert add(cast, words="Tired").status_code == 302
    first, second = diagnoses_of(cast.ann_visit)
    assert [(each.rank, each.is_principal) for each in (first, second)] == [(1, True), (2, False)]
    assert (first.problem.icd10_code_id, second.problem.description) == ("E11.9", "Tired")
    assert (first.problem.visit, first.recorded_by) == (cast.ann_visit, cast.okafor)
    assert audited(first, "C", cast.okafor) == audited(first.problem, "C", cast.okafor) == 1
    page = cast.browse_as(cast.ned).get(url("diagnoses", cast)).content.decode()
    assert page.index("E11.9") < page.index("Principal") < page.index("Tired")
    assert "Remove" not in page
    assert Look.objects.filter(patient_id=cast.ann_record.pk, part="diagnoses").exists()


@pytest.mark.usefixtures("icd10")
def test_an_illness_that_was_over_and_comes_again_is_a_row_of_its_own(cast):
    today = timezone.localdate()
    row = ProblemFactory(patient=cast.ann_record, icd10_code_id="I10", status="resolved", resolved_on=today)
    assert add(cast, code="I10").status_code == 302
    row.refresh_from_db()
    assert (row.status, row.resolved_on) == ("resolved", today)
    assert set(Problem.objects.values_list("icd10_code", "status")) == {("I10", "resolved"), ("I10", "active")}


def test_an_inactive_problem_of_the_same_words_is_active_again(cast):
    row = ProblemFactory(patient=cast.ann_record, description="Tired", status="inactive")
    assert add(cast, words="Tired").status_code == 302
    row.refresh_from_db()
    assert (row.status, audited(row, "U", cast.okafor)) == ("active", 1)
    assert Problem.objects.count() == 1


def test_the_patients_own_problems_are_one_click_away(cast):
    row = cast.ann_problem
    ProblemFactory(patient=cast.bo_record, description="Of Bo")
    client = cast.browse_as(cast.okafor)
    assert f'name="words" value="{row.description}"' in client.get(url("diagnoses", cast)).content.decode()
    assert add(cast, words=row.description).status_code == 302
    page = client.get(url("diagnoses", cast)).content.decode()
    assert f'value="{row.description}"' not in page
    assert "Of Bo" not in page
    again = add(cast, words=row.description)
    assert again.status_code == 422
    assert "among the diagnoses of the visit already" in again.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"q": ""}, "Enter the problem."), ({"q": "dm2"}, "Choose what is meant"), ({"code": "E99.9"}, "not on the list")],
)
def test_it_says_what_is_wrong_and_writes_nothing(cast, typed, sentence):
    response = add(cast, **typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert f'value="{typed["q"]}"' in response.content.decode() if typed.get("q") else True
    assert not VisitDiagnosis.objects.exists()
    assert not Problem.objects.exists()


def test_pressed_twice_it_is_there_once(cast):
    client, address = cast.browse_as(cast.okafor), url("add_diagnosis", cast)
    form = shown(client, address) | {"words": "Tired"}
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert VisitDiagnosis.objects.count() == 1


def test_without_leaving_the_page_it_answers_the_form_and_the_list(cast):
    client, address = cast.browse_as(cast.okafor), url("add_diagnosis", cast)
    form = shown(client, address) | {"words": "Tired"}
    answer = client.post(address, form, headers=HTMX).content.decode()
    assert answer.index('id="diagnosis-form"') < answer.index('id="diagnosis-list"') < answer.index("hx-swap-oob")
    assert form["idempotency_key"] not in answer
    wrong = client.post(address, form | {"words": "", "q": "half"}, headers=HTMX)
    assert (wrong.status_code, 'value="half"' in wrong.content.decode()) == (422, True)
    listed = client.get(url("diagnoses", cast), headers=HTMX).content.decode()
    assert listed.lstrip().startswith('<section class="card-x" id="diagnosis-list"')


def test_what_is_removed_leaves_the_visit_and_not_the_list(cast):
    visit, client = cast.ann_visit, cast.browse_as(cast.okafor)
    with signed():
        for words in ("One", "Two", "Three"):
            diagnose(visit, words=words, by=cast.okafor)
    first = diagnoses_of(visit)[0]
    address, form = url("remove_diagnosis", cast, first), {"patient_id": cast.ann_record.pk}
    assert client.post(address, form).status_code == 302
    assert [(each.rank, each.problem.description) for each in diagnoses_of(visit)] == [(1, "Two"), (2, "Three")]
    first.refresh_from_db()
    assert first.removed_by == cast.okafor
    assert first.problem.status == "active"
    assert audited(first, "U", cast.okafor) == 1
    assert client.post(address, form).status_code == 404
    assert client.get(address).status_code == 405


def test_anothers_visit_and_diagnosis_are_not_found(cast):
    client, row = cast.browse_as(cast.okafor), VisitDiagnosisFactory(visit=cast.bo_visit)
    assert client.get(chart_url("diagnoses", cast.ann_record, cast.bo_visit)).status_code == 404
    form = {"patient_id": cast.ann_record.pk}
    assert client.post(url("remove_diagnosis", cast, row), form).status_code == 404
    assert client.post(chart_url("add_diagnosis", cast.ann_record, cast.bo_visit), form).status_code == 404


def test_the_list_is_one_query(cast, django_assert_num_queries):
    with signed():
        for number in range(9):
            diagnose(cast.ann_visit, words=f"Number {number}", by=cast.okafor)
    with django_assert_num_queries(1):
        assert [each.problem.description for each in diagnoses_of(cast.ann_visit)][8] == "Number 8"


def test_the_database_takes_no_nonsense():
    visit = VisitFactory()
    row = VisitDiagnosisFactory(visit=visit)
    other = ProblemFactory(patient=visit.patient, description="y")
    again = {"visit": visit, "patient": visit.patient}
    assert_refused("visit_diagnosis_rank_once", lambda: VisitDiagnosisFactory(problem=other, **again))
    assert_refused("visit_diagnosis_once", lambda: VisitDiagnosisFactory(problem=row.problem, rank=2, **again))
    assert_refused("visit_diagnosis_ranked", lambda: VisitDiagnosisFactory(problem=other, rank=0, **again))
    anothers = sql(
        "INSERT INTO VisitDiagnosis (visit_id, patient_id, problem_id, diagnosis_rank) VALUES (%s, %s, %s, 2)",
        visit.pk,
        visit.patient_id,
        ProblemFactory().pk,
    )
    assert_refused(
        "visit_diagnosis_of_no_problem",
        anothers,
        lambda: VisitDiagnosisFactory(problem=ProblemFactory(), rank=2, **again),
    )
    assert_refused("visit_diagnosis_is_history", sql("UPDATE VisitDiagnosis SET problem_id = %s", other.pk))
    with signed():
        VisitDiagnosis.objects.update(removed_at=timezone.now())
    assert_refused("visit_diagnosis_is_history", sql("UPDATE VisitDiagnosis SET removed_at = NULL"))
    with pytest.raises(Exception, match="denied"):
        sql("DELETE FROM VisitDiagnosis")()


@pytest.mark.django_db(transaction=True)
def test_the_diagnoses_go_with_their_visit_when_records_are_merged(cast):
    kept, merged = PatientFactory(), PatientFactory()
    ProblemFactory(patient=kept)
    row = VisitDiagnosisFactory(visit=VisitFactory(patient=merged))
    with signed():
        merge_patients(kept.pk, merged.pk, reason="One person")
    row.refresh_from_db()
    assert (row.patient_id, row.visit.patient_id) == (kept.pk, kept.pk)
    assert diagnoses_of(row.visit) == [row]
