"""Starring what is recorded at a visit."""

import pytest

from clinical.models import Favourite
from clinical.tests.acting import audited, chart_url
from clinical.tests.factories import FavouriteFactory, PrescriptionFactory, TestFactory, VisitDiagnosisFactory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def star(cast, by, kind, row, headers=HTMX):
    form = {"patient_id": cast.ann_record.pk, "kind": kind, "row": getattr(row, "pk", row)}
    address = chart_url("add_favourite", cast.ann_record, cast.ann_visit)
    return cast.browse_as(by).post(address, form, headers=headers)


def test_it_keeps_a_medicine_to_the_word(cast):
    answer = star(cast, cast.okafor, "medicine", cast.ann_prescription)
    assert answer.status_code == 200
    row = Favourite.objects.get()
    assert (row.user, row.kind, row.test_type, row.icd10_code) == (cast.okafor, "medicine", None, None)
    assert (row.medication, row.dosage) == ("metformin", "500 mg")
    assert row.instructions == "One tablet twice a day with food"
    assert audited(row, "C", by=cast.okafor) == 1
    page = answer.content.decode()
    assert 'id="prescription-list"' in page
    assert "A favourite: metformin 500 mg. Take the star back" in page
    assert page.index('aria-label="Favourite:"') < page.index("metformin 500 mg is a favourite of yours.")
    assert "<html" not in page


@pytest.mark.parametrize("who", ["okafor", "ned"])
def test_it_keeps_a_test(cast, who):
    by = getattr(cast, who)
    assert star(cast, by, "test", cast.ann_test).status_code == 200
    row = Favourite.objects.get()
    assert (row.user, row.kind, row.test_type) == (by, "test", "Full blood count")


@pytest.mark.usefixtures("icd10")
def test_it_keeps_a_diagnosis_by_its_code(cast):
    row = VisitDiagnosisFactory(
        visit=cast.ann_visit, problem__icd10_code_id="I10", problem__description="Essential (primary) hypertension"
    )
    page = star(cast, cast.okafor, "diagnosis", row).content.decode()
    assert Favourite.objects.get().icd10_code_id == "I10"
    assert 'id="diagnosis-list"' in page
    assert "A favourite: Essential (primary) hypertension. Take the star back" in page


def test_pressed_twice_it_is_there_once(cast):
    order = PrescriptionFactory(
        patient=cast.ann_record, visit=cast.ann_visit, provider=cast.okafor_provider, medication="Metformin "
    )
    for row in (cast.ann_prescription, cast.ann_prescription, order):
        assert star(cast, cast.okafor, "medicine", row).status_code == 200
    assert Favourite.objects.count() == 1
    star(cast, cast.lund, "medicine", cast.ann_prescription)
    assert Favourite.objects.count() == 2


def test_every_row_of_the_same_contents_has_the_star(cast):
    same = TestFactory(visit=cast.ann_visit, type="full blood COUNT")
    other = TestFactory(visit=cast.ann_visit, type="CRP")
    page = star(cast, cast.okafor, "test", cast.ann_test).content.decode()
    assert "A favourite: Full blood count." in page
    assert f"A favourite: {same.type}." in page
    assert f"Keep as favourite: {other.type}" in page


def test_without_scripts_it_comes_back_to_the_box(cast):
    answer = star(cast, cast.okafor, "test", cast.ann_test, headers={})
    assert answer.url == chart_url("visit", cast.ann_record, cast.ann_visit) + "#ordering"
    page = cast.browse_as(cast.okafor).get(answer.url).content.decode()
    assert "A favourite: Full blood count. Take the star back" in page


def test_a_medicine_without_a_dose_can_be_starred(cast):
    order = PrescriptionFactory(patient=cast.ann_record, visit=cast.ann_visit, dosage=None, instructions=None)
    page = star(cast, cast.okafor, "medicine", order).content.decode()
    assert "A favourite: metformin. Take the star back" in page


@pytest.mark.parametrize("headers", [HTMX, {}])
@pytest.mark.parametrize(
    ("kind", "row", "sentence"),
    [
        ("", "1", "This form is damaged."),
        ("patient", "1", "This form is damaged."),
        ("test", "x", "This form is damaged."),
        ("test", "0", "no longer recorded at this visit"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_nothing(cast, kind, row, sentence, headers):
    answer = star(cast, cast.okafor, kind, row, headers)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Favourite.objects.exists()


def test_what_is_not_of_this_visit_is_not_kept(cast):
    uncoded = VisitDiagnosisFactory(visit=cast.ann_visit)
    assert star(cast, cast.okafor, "test", TestFactory(visit=cast.bo_visit)).status_code == 422
    assert star(cast, cast.okafor, "medicine", cast.bo_prescription).status_code == 422
    assert star(cast, cast.okafor, "diagnosis", uncoded).status_code == 422
    form = {"patient_id": cast.ann_record.pk, "kind": "test", "row": 1}
    others = chart_url("add_favourite", cast.ann_record, cast.bo_visit)
    assert cast.browse_as(cast.okafor).post(others, form).status_code == 404
    assert not Favourite.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("rosa", 403), ("sam", 403), ("rita", 403), ("ann", 404)])
def test_whoever_orders_nothing_keeps_nothing(cast, who, status):
    assert star(cast, getattr(cast, who), "test", cast.ann_test).status_code == status
    assert not Favourite.objects.exists()


def test_a_nurse_sees_stars_beside_what_she_orders_alone(cast):
    FavouriteFactory(user=cast.okafor, test_type="of another")
    assert cast.ann_prescription
    assert cast.ann_test
    page = cast.browse_as(cast.ned).get(chart_url("visit", cast.ann_record, cast.ann_visit)).content.decode()
    assert "Keep as favourite: Full blood count" in page
    assert "Keep as favourite: metformin" not in page
    assert "of another" not in page
