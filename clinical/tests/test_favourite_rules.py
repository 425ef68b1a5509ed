"""What a favourite is, whoever writes it: one thing of one kind, once a person."""

import pytest

from clinical.models import Favourite
from clinical.tests.acting import assert_refused, sql
from clinical.tests.factories import FavouriteFactory
from clinical.tests.icd10 import icd10  # noqa: F401  a fixture
from emr_site.tests.factories import signed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("icd10")]
MEDICINE = {"kind": "medicine", "medication": "ibuprofen", "test_type": None}
DIAGNOSIS = {"kind": "diagnosis", "icd10_code_id": "I10", "test_type": None}
COLUMNS = "(user_id, kind, medication, dosage, instructions, test_type, icd10_code)"


def insert(user, *values):
    marks = ", ".join(["%s"] * (len(values) + 1))
    return sql(f"INSERT INTO Favourite {COLUMNS} VALUES ({marks})", user.pk, *values)


def make(**columns):
    return lambda: FavouriteFactory(**columns)


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        ({"kind": "test", "test_type": None}, ("test", None, None, None, None, None)),
        ({"kind": "test", "medication": "x"}, ("test", "x", None, None, "CRP", None)),
        ({"kind": "test", "dosage": "5 mg"}, ("test", None, "5 mg", None, "CRP", None)),
        ({"kind": "test", "instructions": "Daily"}, ("test", None, None, "Daily", "CRP", None)),
        ({"kind": "medicine", "test_type": "CRP"}, ("medicine", None, None, None, "CRP", None)),
        (MEDICINE | {"test_type": "CRP"}, ("medicine", "ibuprofen", None, None, "CRP", None)),
        (MEDICINE | {"icd10_code_id": "I10"}, ("medicine", "ibuprofen", None, None, None, "I10")),
        (DIAGNOSIS | {"icd10_code_id": None}, ("diagnosis", None, None, None, None, None)),
        (DIAGNOSIS | {"dosage": "5 mg"}, ("diagnosis", None, "5 mg", None, None, "I10")),
    ],
)
def test_each_kind_has_its_own_columns_and_no_other(cast, columns, values):
    ways = make(user=cast.okafor, **columns), insert(cast.okafor, *values)
    assert_refused("favourite_is_what_its_kind_says", *ways)


def test_it_is_of_a_kind_that_is_known_and_says_something(cast):
    by = cast.okafor
    unknown = {"kind": "allergy", "test_type": None}
    assert_refused(
        "favourite_kind_known", make(user=by, **unknown), insert(by, "allergy", None, None, None, None, None)
    )
    blank = make(user=by, **MEDICINE | {"medication": " "})
    assert_refused("favourite_medicine_not_blank", blank, insert(by, "medicine", " ", None, None, None, None))
    assert_refused(
        "favourite_test_not_blank", make(user=by, test_type=""), insert(by, "test", None, None, None, " ", None)
    )
    unlisted = make(user=by, **DIAGNOSIS | {"icd10_code_id": "E99.9"})
    assert_refused("favourite_icd10_code", unlisted, insert(by, "diagnosis", None, None, None, None, "E99.9"))


def test_a_medicine_is_starred_once_whatever_its_case(cast):
    by = cast.okafor
    FavouriteFactory(user=by, **MEDICINE, dosage="400 mg", instructions="With food")
    same = MEDICINE | {"medication": "IBUPROFEN ", "dosage": "400 MG", "instructions": "with food  "}
    again = insert(by, "medicine", "Ibuprofen", "400 mg ", "WITH FOOD", None, None)
    assert_refused("favourite_medicine_once", make(user=by, **same), again)
    for other in ({"dosage": "200 mg"}, {"instructions": None}, {"instructions": "Without food"}, {"dosage": None}):
        FavouriteFactory(user=by, **MEDICINE | {"dosage": "400 mg", "instructions": "With food"} | other)
    FavouriteFactory(user=cast.lund, **MEDICINE, dosage="400 mg", instructions="With food")
    assert Favourite.objects.count() == 6


def test_a_medicine_without_a_dose_is_starred_once_too(cast):
    FavouriteFactory(user=cast.okafor, **MEDICINE)
    again = insert(cast.okafor, "medicine", "ibuprofen", None, None, None, None)
    assert_refused("favourite_medicine_once", make(user=cast.okafor, **MEDICINE), again)


def test_long_instructions_are_told_apart_by_their_last_word(cast):
    long = "Take one tablet a day. " * 400
    FavouriteFactory(user=cast.okafor, **MEDICINE, instructions=long + "Stop.")
    FavouriteFactory(user=cast.okafor, **MEDICINE, instructions=long + "Go on.")
    assert_refused("favourite_medicine_once", make(user=cast.okafor, **MEDICINE, instructions=long + "STOP."))


def test_a_test_and_a_diagnosis_are_starred_once(cast):
    by = cast.okafor
    FavouriteFactory(user=by, test_type="CRP")
    FavouriteFactory(user=by, **DIAGNOSIS)
    again = insert(by, "test", None, None, None, "Crp ", None)
    assert_refused("favourite_test_once", make(user=by, test_type="crp"), again)
    again = insert(by, "diagnosis", None, None, None, None, "I10")
    assert_refused("favourite_diagnosis_once", make(user=by, **DIAGNOSIS), again)
    FavouriteFactory(user=cast.lund, test_type="CRP")
    FavouriteFactory(user=cast.lund, **DIAGNOSIS)


def test_it_is_put_and_taken_back_and_never_changed(cast):
    row = FavouriteFactory(user=cast.okafor)
    with signed(), pytest.raises(Exception, match="denied"):
        sql("UPDATE Favourite SET test_type = 'CRP'")()
    with signed():
        sql("DELETE FROM Favourite WHERE favourite_id = %s", row.pk)()
    assert not Favourite.objects.exists()
