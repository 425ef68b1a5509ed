"""import_fhir: problems and history, which stand beside the records."""

from datetime import date

import pytest

from billing.tests.fhir_bundles import ANN, charted, entry, imported, ref, said, the_visit
from clinical.models import FamilyHistory, Problem, SurgicalHistory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db


def status(code):
    return {"coding": [{"code": code}]}


def condition(value, name, clinical, since, until=None):
    told = {"code": said(name), "clinicalStatus": status(clinical), "onsetDateTime": since}
    return charted("Condition", value, **told, **({"abatementDateTime": until} if until else {}))


def test_a_condition_stands_on_the_list_of_problems(tmp_path):
    imported(tmp_path, *the_visit(), condition("c-1", "Asthma (disorder)", "active", "2010-03-02T10:00:00+00:00"))
    row = Problem.objects.get()
    assert (row.description, row.icd10_code, row.status, row.onset_on) == ("Asthma", None, "active", date(2010, 3, 2))


def test_each_time_of_an_illness_is_a_problem_of_its_own(tmp_path):
    told = [
        condition("c-1", "Sinusitis (disorder)", "resolved", "2010-03-02", "2010-03-20"),
        condition("c-2", "Sinusitis (disorder)", "resolved", "2015-01-02", "2015-02-01"),
        condition("c-3", "Sinusitis (disorder)", "active", "2018-01-01"),
        condition("c-4", "Sinusitis (disorder)", "active", "2019-01-01"),
    ]
    for _ in range(2):
        imported(tmp_path, *the_visit(), *told)
    assert [(row.onset_as, str(row.resolved_on)) for row in Problem.objects.order_by("onset_on")] == [
        ("2010-03-02", "2010-03-20"),
        ("2015-01-02", "2015-02-01"),
        ("2018-01-01", "None"),
    ]


def test_what_is_over_is_never_active(tmp_path):
    def over(value, name, clinical, **dates):
        return charted("Condition", value, code=said(name), clinicalStatus=status(clinical), **dates)

    told = [
        over("c-1", "Sinusitis", "resolved", recordedDate="2015-02-01"),
        over("c-2", "Bronchitis", "resolved"),
        over("c-3", "Eczema", "remission"),
        over("c-4", "Measles", "resolved", onsetDateTime="1990-01-01"),
    ]
    imported(tmp_path, *the_visit(), *told)
    found = {row.description: (row.status, row.resolved_on and str(row.resolved_on)) for row in Problem.objects.all()}
    assert found == {
        "Sinusitis": ("resolved", "2015-02-01"),
        "Bronchitis": ("inactive", None),
        "Eczema": ("inactive", None),
        "Measles": ("resolved", "1990-01-01"),
    }
    assert set(Problem.objects.exclude(description="Eczema").values_list("note", flat=True)) == {
        "Resolved, on a day that was not recorded."
    }


def test_one_of_no_visit_is_on_the_list_all_the_same(tmp_path):
    told = entry("Condition", "c-1", code=said("Asthma"), subject=ref(ANN), clinicalStatus=status("active"))
    assert "1 new" in imported(tmp_path, *the_visit(), told) or Problem.objects.exists()
    imported(tmp_path, *the_visit(), told)
    assert Problem.objects.get().description == "Asthma"


@pytest.mark.usefixtures("icd10")
@pytest.mark.parametrize(
    ("name", "code", "system", "ours", "note"),
    [
        ("Diabetes", "44054006", "http://snomed.info/sct", "E11.9", "Told as: Diabetes"),
        ("Sugar", "E1165", "http://hl7.org/fhir/sid/icd-10-cm", "E11.65", "Told as: Sugar"),
        ("Essential (primary) hypertension", "I10", "http://hl7.org/fhir/sid/icd-10-cm", "I10", None),
        ("Something else", "E99.9", "http://hl7.org/fhir/sid/icd-10-cm", None, None),
        ("Viral sinusitis", "444814009", "http://snomed.info/sct", None, None),
    ],
)
def test_it_has_its_code_where_both_mean_the_same(tmp_path, name, code, system, ours, note):
    imported(tmp_path, *the_visit(), charted("Condition", "c-1", code=said(name, code, system=system)))
    row = Problem.objects.get()
    assert (row.icd10_code_id, row.note) == (ours, note)
    assert row.description == (row.icd10_code.title if ours else name)


def test_a_finding_that_lasts_or_is_listed_is_a_problem(tmp_path):
    obese = said("Body mass index 30+ - obesity (finding)", "162864005", system="http://snomed.info/sct")
    listed = [{"coding": [{"code": "problem-list-item"}]}]
    imported(
        tmp_path, *the_visit(), charted("Condition", "c-1", code=obese),
        charted("Condition", "c-2", code=said("Wheezing (finding)"), category=listed),
    )  # fmt: skip
    assert set(Problem.objects.values_list("description", flat=True)) == {
        "Body mass index 30+ - obesity",
        "Wheezing",
    }


def test_what_was_seen_or_felt_is_no_problem(tmp_path):
    imported(tmp_path, *the_visit(), condition("c-1", "Wheezing (finding)", "active", "2019-07-01"))
    assert not Problem.objects.exists()


def test_an_operation_is_history_and_an_examination_is_not(tmp_path):
    def done(value, name, when="2015-03-02T10:00:00+00:00"):
        return charted("Procedure", value, status="completed", code=said(name), performedDateTime=when)

    told = [done("p-1", "Appendectomy"), done("p-2", "Spirometry (procedure)"), done("p-3", "Appendectomy")]
    told.append(done("p-4", "Admission to trauma surgery department"))
    told.append(done("p-5", "Extraction of wisdom tooth", "2012-03-02"))
    for _ in range(2):
        imported(tmp_path, *the_visit(), *told)
    later, row = SurgicalHistory.objects.order_by("operation").reverse()
    assert later.operation == "Extraction of wisdom tooth"
    assert (row.operation, row.done_on, row.done_on_precision) == ("Appendectomy", date(2015, 3, 2), "day")


def test_an_illness_of_a_relative_is_history(tmp_path):
    mother = {"coding": [{"code": "MTH"}], "text": "mother"}
    ill = [
        {"code": said("Breast cancer"), "onsetAge": {"value": 58, "code": "a"}, "contributedToDeath": True},
        {"code": said("Gout")},
    ]
    told = [
        entry("FamilyMemberHistory", "f-1", status="completed", patient=ref(ANN), relationship=mother, condition=ill),
        entry(
            "FamilyMemberHistory", "f-2", status="completed", patient=ref(ANN),
            relationship=said("maternal grandfather", "MGRFTH"), condition=[{"code": said("Stroke")}],
        ),
    ]  # fmt: skip
    for _ in range(2):
        imported(tmp_path, *the_visit(), *told)
    assert [str(row) for row in FamilyHistory.objects.order_by("pk")] == [
        "Mother: Breast cancer, at 58, died of it",
        "Mother: Gout",
        "Grandfather: Stroke",
    ]
