"""Two records of one person become one, and two again when that was wrong."""

from datetime import date

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from audit.models import AuditLog
from clinical.signatures import faults
from emr_site.tests.factories import signed
from reception.merging import foreign_keys_on
from reception.models import MergedRow, Patient, PatientMerge, PatientPhone, PossibleDuplicate, Visit
from reception.search import find_patients
from reception.tests.factories import PatientFactory, VisitFactory, day
from reception.tests.merging import merge, rows_of
from reception.tests.record_factories import PatientPhotoFactory, PossibleDuplicateFactory

pytestmark = pytest.mark.django_db


def test_everything_moves_and_the_old_number_finds_the_patient(cast, kept, other):
    before = rows_of(other)
    assert [table for table, count in before.items() if not count] == []
    assert merge(cast, kept, other).status_code == 302
    other.refresh_from_db()
    assert set(rows_of(other).values()) == {0}
    assert rows_of(kept) == before | {"PatientPhone": before["PatientPhone"] + 1}
    assert list(faults()) == []
    assert other.merged_into_id == kept.pk
    assert [row["id"] for row in find_patients(other.mrn).rows] == [kept.pk]
    assert [row["id"] for row in find_patients("01632 960 002").rows] == [kept.pk]
    assert [row["id"] for row in find_patients("hale").rows] == [kept.pk]
    kept.refresh_from_db()
    assert (kept.email, kept.user, kept.last_seen_on) == ("ann@example.org", cast.bo, day(0))
    assert other.last_seen_on is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT @@foreign_key_checks")
        assert cursor.fetchone() == (1,)


def test_an_old_address_leads_to_the_kept_record_and_takes_no_form(cast, kept, other):
    merge(cast, kept, other)
    client = cast.browse_as(cast.rosa)
    answer = client.get(f"/patients/{other.pk}/edit/")
    assert (answer.status_code, answer.url) == (302, f"/patients/{kept.pk}/edit/")
    assert cast.browse_as(cast.okafor).get(f"/patients/{other.pk}/").url == f"/patients/{kept.pk}/"
    answer = client.post(f"/patients/{other.pk}/phones/new/", {"patient_id": other.pk, "number": "01632 960 777"})
    assert answer.status_code == 409
    assert "01632 960 777" in answer.content.decode()
    assert not PatientPhone.objects.filter(number="01632 960 777").exists()


def test_each_moved_row_is_in_the_audit_and_the_merge_too(cast, kept, other):
    visit = Visit.objects.get(patient=other, date=day(0))
    merge(cast, kept, other)
    moved = AuditLog.objects.filter(table_name="Visit", record_id=visit.pk, action="U").latest("id")
    assert (moved.user_name, moved.old_value, moved.new_value) == (
        "rosa", {"patient_id": other.pk}, {"patient_id": kept.pk},
    )  # fmt: skip
    assert AuditLog.objects.filter(table_name="PatientMerge", user_name="rosa", patient_id=kept.pk).exists()


def test_what_there_can_be_but_once_stays_behind(cast, kept, other):
    PatientPhotoFactory(patient=kept)
    merge(cast, kept, other)
    assert rows_of(other)["PatientPhoto"] == 1
    assert sum(rows_of(other).values()) == 1


def test_the_pair_leaves_the_worklist_and_others_follow(cast, kept, other):
    pair = PossibleDuplicateFactory(patient=other, other_patient=kept)
    third = PatientFactory()
    PossibleDuplicateFactory(patient=third, other_patient=other)
    merge(cast, kept, other)
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == ("merged", cast.rosa)
    (left,) = PossibleDuplicate.objects.open()
    assert {left.patient_id, left.other_patient_id} == {kept.pk, third.pk}


@pytest.mark.parametrize("fields", [{"reason": ""}, {"reason": "x" * 300}])
def test_it_asks_how_one_knows(cast, kept, other, fields):
    assert merge(cast, kept, other, **fields).status_code == 422
    assert not PatientMerge.objects.exists()


def test_it_refuses_two_sign_ins_and_itself(cast, kept, other):
    with signed():
        Patient.objects.filter(pk=kept.pk).update(user=cast.ann)
    answer = merge(cast, kept, other)
    assert "Both records have a sign-in" in answer.content.decode()
    assert not PatientMerge.objects.exists()
    page = cast.browse_as(cast.rosa).post(f"/patients/{kept.pk}/merge/", {"patient_id": kept.pk, "mrn": kept.mrn})
    assert "This is the same record" in page.content.decode()


def test_the_other_record_is_chosen_by_its_number(cast, kept, other):
    other.refresh_from_db()
    url, client = f"/patients/{kept.pk}/merge/", cast.browse_as(cast.rosa)
    answer = client.post(url, {"patient_id": kept.pk, "mrn": f"{other.mrn[:4]} {other.mrn[4:]}"})
    assert answer.url == f"{url}{other.pk}/"
    assert "No record has this number" in client.post(url, {"patient_id": kept.pk, "mrn": "999"}).content.decode()
    assert "Keep the other record instead" in client.get(f"{url}{other.pk}/").content.decode()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE Visit SET patient_id = {kept} WHERE patient_id = {other}",
        "UPDATE Billing SET patient_id = {kept} WHERE patient_id = {other}",
        "UPDATE Message SET patient_id = {kept} WHERE patient_id = {other}",
        "UPDATE Consent SET patient_id = {kept} WHERE patient_id = {other}",
        "UPDATE Patient SET merged_into_id = {kept}, deactivated_at = NOW() WHERE patient_id = {other}",
        "INSERT INTO PatientMerge (patient_id, merged_patient_id) VALUES ({kept}, {other})",
        "DELETE FROM MergedRow",
    ],
)
def test_no_page_moves_a_row_by_itself(cast, kept, other, statement):
    with signed(), foreign_keys_on(), connection.cursor() as cursor:
        cursor.execute("SET FOREIGN_KEY_CHECKS = 0")
        with pytest.raises(DatabaseError, match=r"patient_cannot|cannot_change|is_history|by_procedure|denied"):
            cursor.execute(statement.format(kept=kept.pk, other=other.pk))


def test_a_merged_record_is_not_made_active(cast, kept, other):
    merge(cast, kept, other)
    with signed(), pytest.raises(DatabaseError, match=r"patient_merge_by_procedure|patient_is_merged"):
        Patient.objects.filter(pk=other.pk).update(deactivated_at=None)


def test_a_long_history_moves_whole(cast, kept):
    long = PatientFactory(date_of_birth=date(1950, 1, 1))
    for number in range(40):
        VisitFactory(patient=long, date=timezone.localdate() - timezone.timedelta(days=number))
    merge(cast, kept, long)
    assert Visit.objects.filter(patient=kept).count() == MergedRow.objects.filter(table_name="Visit").count() == 40
