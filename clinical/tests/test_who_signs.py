"""Who may sign is asked in the database, and under what name is nobody's own to say."""

import pytest
from django.urls import reverse

from accounts.models import User
from clinical import procedures
from clinical.models import Addendum, CarriedText, ClinicalRecord, NoteSignature
from clinical.tests.acting import assert_refused, chart_url, sql
from clinical.tests.notes import as_user, sign, signed_by, written
from emr_site.db import call
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
RECORD = {"symptoms": "Cough", "diagnosis": None, "prescriptions": None, "notes": None}


def carried_into(cast, by):
    """A text of an earlier signed note in one of today, which that person has carried."""
    source = signed_by(cast.okafor, written(cast.ann_note_visit, plan="Physiotherapy"))
    mine = written(VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0)))
    with as_user(by):
        return CarriedText.objects.create(
            note=mine, section="plan", source_note=source, body="Physiotherapy", carried_by=by
        )


@pytest.mark.parametrize("who", ["ned", "rosa", "ann"])
def test_it_refuses_whose_role_does_not_sign(cast, who):
    note = written(cast.ann_note_visit)
    with as_user(getattr(cast, who)):
        assert_refused("signer_may_not", lambda: sign(note))


def test_it_refuses_nobody_and_who_has_left(cast):
    note = written(cast.ann_note_visit)
    assert_refused("signer_may_not", lambda: sign(note))
    with signed():
        User.objects.filter(pk=cast.okafor.pk).update(is_active=False)
    with as_user(cast.okafor):
        assert_refused("signer_may_not", lambda: sign(note))


def test_whether_a_second_signature_is_needed_follows_from_the_signers_rights(cast):
    assert "needs_cosignature" not in call.__globals__["parameters"]("SignNote")
    signed_by(cast.trainee, written(cast.ann_note_visit))
    signed_by(cast.okafor, written(cast.bo_visit))
    assert [each.needs_cosignature for each in NoteSignature.objects.order_by("id")] == [True, False]


@pytest.mark.parametrize("who", ["ned", "trainee"])
def test_it_refuses_a_co_signature_by_whose_role_gives_none(cast, who):
    note = signed_by(cast.trainee, written(cast.ann_note_visit))
    with as_user(getattr(cast, who)):
        assert_refused("signer_may_not", lambda: procedures.cosign_note(note.pk))


def test_it_refuses_an_addendum_by_the_desk(cast):
    note = signed_by(cast.okafor, written(cast.ann_note_visit))
    with as_user(cast.rosa):
        assert_refused("signer_may_not", lambda: procedures.add_addendum(note.pk, body="x"))


def test_whoever_signs_has_read_what_was_carried(cast):
    carried = carried_into(cast, cast.ned)
    with as_user(cast.ned):
        CarriedText.objects.update(read_by=cast.okafor)
    carried.refresh_from_db()
    assert carried.read_by == cast.ned
    with as_user(cast.okafor):
        assert_refused("carried_text_unread", lambda: sign(carried.note))
        CarriedText.objects.update(read_by=cast.okafor)
        sign(carried.note)


def test_nobody_has_read_a_text_when_it_is_carried(cast):
    carried = carried_into(cast, cast.okafor)
    row = (carried.note_id, carried.source_note_id, cast.okafor.pk)
    insert = (
        "INSERT INTO CarriedText (note_id, section, source_note_id, body, read_at, read_by)"
        " VALUES (%s, 'objective', %s, 'x', UTC_TIMESTAMP(6), %s)"
    )
    with as_user(cast.okafor):
        sql(insert, *row)()
    assert set(CarriedText.objects.values_list("read_at", "read_by")) == {(None, None)}
    with as_user(cast.okafor):
        assert_refused(
            "carried_text_stays",
            sql("UPDATE CarriedText SET carried_by = NULL WHERE carried_text_id = %s", carried.pk),
            sql("UPDATE CarriedText SET carried_at = '2020-01-01' WHERE carried_text_id = %s", carried.pk),
            sql("UPDATE CarriedText SET body = 'PHYSIOTHERAPY' WHERE carried_text_id = %s", carried.pk),
        )
    assert_refused("carried_text_stays", sql("UPDATE CarriedText SET read_by = %s", cast.okafor.pk))


def test_a_doctor_in_training_finishes_no_visit_in_the_old_form(cast):
    url = chart_url("create_clinical_record", cast.ann_record, cast.ann_visit)
    assert cast.browse_as(cast.trainee).get(url).status_code == 403
    with as_user(cast.trainee):
        assert_refused(
            "record_is_not_yours", lambda: call("CreateClinicalRecord", visit_id=cast.ann_visit.pk, **RECORD)
        )
    record = cast.ann_clinical_record
    with as_user(cast.trainee):
        assert_refused(
            "record_is_not_yours",
            lambda: ClinicalRecord.objects.filter(pk=record.pk).update(notes="Fine"),
            lambda: ClinicalRecord.objects.filter(pk=record.pk).delete(),
        )


def test_nobody_who_works_here_changes_their_own_name(cast):
    typed = {"given_name": "Astrid", "family_name": "Lund", "email": "c@example.org"}
    assert cast.browse_as(cast.okafor).post("/profile/", typed).status_code == 302
    user = User.objects.get(pk=cast.okafor.pk)
    assert (user.get_full_name(), user.email) == ("Chidi Okafor", "c@example.org")
    with as_user(cast.okafor):
        assert_refused(
            "name_by_administrator",
            lambda: User.objects.filter(pk=cast.okafor.pk).update(family_name="Lund"),
            sql("UPDATE Users SET given_name = 'chidi' WHERE user_id = %s", cast.okafor.pk),
            sql("UPDATE Users SET username = 'lund2' WHERE user_id = %s", cast.okafor.pk),
        )
    with as_user(cast.ada):
        User.objects.filter(pk=cast.okafor.pk).update(family_name="Okafor-Lund")


def test_user_name_and_role_stand_beside_each_signature(cast):
    note = signed_by(cast.trainee, written(cast.ann_note_visit))
    with as_user(cast.ned):
        procedures.add_addendum(note.pk, body="Rang.")
    signature, addendum = NoteSignature.objects.get(), Addendum.objects.get()
    assert (signature.signed_by_username, signature.signed_by_role) == ("tove", "Trainee")
    assert (addendum.written_by_username, addendum.written_by_role) == ("ned", "Nurse")
    page = cast.browse_as(cast.okafor).get(
        reverse("clinical:clinical_record", args=[cast.ann_record.pk, note.visit_id])
    )
    assert "(tove, Trainee)" in page.content.decode()
    assert "Ned Flood (ned, Nurse)" in page.content.decode()
