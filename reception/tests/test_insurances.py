"""Up to three insurances in order, with who holds them; what has ended is asked no more."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from emr_site.tests.factories import signed
from reception.models import Insurance
from reception.tests.factories import PatientFactory, day
from reception.tests.record_factories import InsuranceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cast):
    names = ("Alpha", "Beta", "Gamma")
    return [InsuranceFactory(patient=cast.ann_record, insurance_details=name) for name in names]


def order(cast):
    rows = cast.ann_record.insurances.in_order()
    return [(each.insurance_details, each.place) for each in rows]


def new(cast, **fields):
    fields = {"insurance_details": "Delta", "holder_relation": "self"} | fields
    return {"patient_id": cast.ann_record.pk, "idempotency_key": str(uuid4())} | fields


def url(cast, what):
    return f"/patients/{cast.ann_record.pk}/insurances/{what}/"


def test_each_takes_the_first_free_place_and_a_fourth_none(cast, three):
    InsuranceFactory(patient=cast.ann_record, insurance_details="Delta")
    assert order(cast) == [("Alpha", "First"), ("Beta", "Second"), ("Gamma", "Third"), ("Delta", "Not asked")]


def test_it_is_added_with_its_holder(cast):
    fields = {"member_number": "ZX 1", "group_number": "G7", "holder_relation": "parent", "holder_name": "Ola Hale"}
    client = cast.browse_as(cast.rosa)
    assert client.post(url(cast, "new"), new(cast, **fields, holder_birth_date="1/2/1950")).status_code == 302
    row = Insurance.objects.get()
    assert (row.group_number, row.get_holder_relation_display(), row.holder_name, row.priority) == (
        "G7", "Parent", "Ola Hale", 1,
    )  # fmt: skip
    page = client.get(f"/patients/{cast.ann_record.pk}/information/").content.decode()
    assert "Ola Hale, born 01-Feb-1950" in page
    assert "First" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ends_on": "1/2/2020"}, "This insurance ended on 01-Feb-2020"),
        ({"holder_relation": "spouse"}, "Enter the name of whose insurance it is."),
        ({"holder_relation": "aunt"}, "This is not one of the list"),
        ({"holder_name": "X", "holder_birth_date": "1/2/2099"}, "in the future"),
        ({"starts_on": "1/2/2030", "ends_on": "1/2/2029"}, "ends before it starts"),
    ],
)
def test_it_refuses_with_a_sentence_and_keeps_what_was_typed(cast, fields, sentence):
    answer = cast.browse_as(cast.rosa).post(url(cast, "new"), new(cast, group_number="KEPT", **fields))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="KEPT"' in answer.content.decode()
    assert not Insurance.objects.exists()


def send_order(cast, version, **places):
    ids = {each.insurance_details: each.pk for each in cast.ann_record.insurances.all()}
    data = {f"place_{ids[name]}": place for name, place in places.items()}
    data |= {"patient_id": cast.ann_record.pk, "version": version}
    return cast.browse_as(cast.rosa).post(url(cast, "order"), data)


def version(cast):
    return cast.browse_as(cast.rosa).get(url(cast, "order")).context["form"]["version"].value()


def test_the_order_is_changed_in_one_go(cast, three):
    assert send_order(cast, version(cast), Alpha="2", Beta="1", Gamma="").status_code == 302
    assert order(cast) == [("Beta", "First"), ("Alpha", "Second"), ("Gamma", "Not asked")]


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        ({"Alpha": "1", "Beta": "1", "Gamma": "2"}, "cannot have the same place"),
        ({"Alpha": "", "Beta": "2", "Gamma": "3"}, "A place is left out"),
    ],
)
def test_it_refuses_an_order_that_is_none(cast, three, places, sentence):
    answer = send_order(cast, version(cast), **places)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert order(cast)[0] == ("Alpha", "First")


def test_two_who_order_at_once_see_both_and_nothing_is_overwritten(cast, three):
    seen = version(cast)
    assert send_order(cast, seen, Alpha="2", Beta="1", Gamma="3").status_code == 302
    answer = send_order(cast, seen, Alpha="3", Beta="2", Gamma="1")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else has changed the insurances meanwhile" in page
    assert "Saved now: Beta (first); Alpha (second); Gamma (third)." in page
    assert order(cast)[0] == ("Beta", "First")


def test_one_that_ends_leaves_its_place_to_those_behind_it(cast, three):
    client = cast.browse_as(cast.rosa)
    page = client.get(url(cast, f"{three[0].pk}/edit"))
    fields = {each.name: each.value() or "" for each in page.context["form"]}
    assert client.post(url(cast, f"{three[0].pk}/edit"), fields | {"ends_on": "1/2/2020"}).status_code == 302
    assert order(cast) == [("Beta", "First"), ("Gamma", "Second"), ("Alpha", "Ended")]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE Insurance SET priority = 4 WHERE insurance_id = {one}", "insurance_three_at_most"),
        ("UPDATE Insurance SET priority = 2 WHERE insurance_id = {one}", "insurance_place_taken"),
        ("UPDATE Insurance SET holder_relation = 'child' WHERE insurance_id = {one}", "insurance_holder_is_named"),
        ("UPDATE Insurance SET patient_id = {bo} WHERE insurance_id = {one}", "patient_cannot_change"),
        ("UPDATE Insurance SET priority = 1 WHERE insurance_id = {ended}", "insurance_has_ended"),
        (
            "INSERT INTO Insurance (patient_id, insurance_details, ends_on, priority)"
            " VALUES ({bo}, 'X', '2020-01-01', 1)",
            "insurance_has_ended",
        ),
    ],
)
def test_the_database_holds_to_it_whoever_writes(cast, three, statement, code):
    ended = InsuranceFactory(patient=cast.bo_record, ends_on=day(-9))
    text = statement.format(one=three[0].pk, bo=cast.bo_record.pk, ended=ended.pk)
    with signed(), connection.cursor() as cursor, pytest.raises(DatabaseError, match=code):
        cursor.execute(text)


def test_a_patient_sees_which_is_asked_first(cast, three):
    page = cast.browse_as(cast.ann).get("/my/information/").content.decode()
    assert page.index("First") < page.index("Second")


def test_an_insurance_of_the_same_number_brings_two_records_on_the_worklist(cast):
    other = PatientFactory(date_of_birth=day(-9000))
    InsuranceFactory(patient=other, member_number="AB-1")
    client = cast.browse_as(cast.rosa)
    client.post(url(cast, "new"), new(cast, member_number="ab 1"))
    page = client.get("/patients/duplicates/").content.decode()
    assert "Same member number" in page
