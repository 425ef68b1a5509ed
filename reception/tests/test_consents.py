"""What patients agree to: recorded with the text in sight, withdrawn once, never changed, and missed at the desk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, shown, sql
from emr_site.tests.factories import signed
from reception.consents import missing
from reception.models import Consent, ConsentForm
from reception.tests.factories import AppointmentFactory, PatientFactory, day
from reception.tests.record_factories import ConsentFactory, ConsentFormFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    return ConsentFormFactory(title="Treatment", body="I agree to be treated.")


def page(client, patient):
    return client.get(f"/patients/{patient.pk}/information/").content.decode()


def send(client, patient, asked, **typed):
    address = f"/patients/{patient.pk}/consents/{asked.pk}/record/"
    return client.post(address, shown(client, address) | {"decision": "agreed"} | typed)


def test_it_is_recorded_with_the_text_in_sight(cast, asked):
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    assert "Not asked" in page(client, ann)
    form = client.get(f"/patients/{ann.pk}/consents/{asked.pk}/record/").content.decode()
    assert "I agree to be treated." in form
    assert 'value="Ann Hale"' in form
    typed = {"signed_by_name": "Mary Hale", "signed_by_relation": "parent", "method": "screen"}
    assert send(client, ann, asked, **typed).status_code == 302
    row = Consent.objects.get()
    assert (row.decision, row.signed_by_name, row.signed_by_relation, row.method) == (
        "agreed",
        "Mary Hale",
        "parent",
        "screen",
    )
    assert row.recorded_by == cast.rosa
    assert timezone.now() - row.signed_at < timedelta(minutes=1)
    assert "Mary Hale, version 1" in page(client, ann)
    assert AuditLog.objects.get(table_name="Consent").patient_id == ann.pk


def test_pressed_twice_it_is_recorded_once(cast, asked):
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    address = f"/patients/{ann.pk}/consents/{asked.pk}/record/"
    form = shown(client, address) | {"decision": "refused"}
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Consent.objects.count() == 1
    assert "Refused" in page(client, ann)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"decision": ""}, "Choose what was decided."),
        ({"signed_by_name": " "}, "Enter the name of who signed."),
        ({"signed_by_relation": "dog"}, "not one of the list"),
        ({"signed_on": "yesterday"}, "Write the date"),
        ({"signed_on": "1/1/2020"}, "before the text was in use"),
    ],
)
def test_it_says_what_is_wrong_and_writes_nothing(cast, asked, typed, sentence):
    response = send(cast.browse_as(cast.rosa), cast.ann_record, asked, **({"signed_by_name": "Zed"} | typed))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Consent.objects.exists()


def test_a_paper_of_last_week_keeps_its_day(cast, asked):
    assert send(cast.browse_as(cast.rosa), cast.ann_record, asked, signed_on=str(day(-7))).status_code == 302
    assert timezone.localdate(Consent.objects.get().signed_at) == day(-7)


def test_two_desks_record_one_answer(cast, asked):
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    address = f"/patients/{ann.pk}/consents/{asked.pk}/record/"
    form = shown(client, address) | {"decision": "agreed"}
    ConsentFactory(patient=ann, consent_form=asked)
    response = client.post(address, form)
    assert response.status_code == 422
    assert "answered already" in response.content.decode()


def test_it_is_withdrawn_with_a_reason_and_asked_anew(cast, asked):
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    row = ConsentFactory(patient=ann, consent_form=asked)
    address = f"/patients/{ann.pk}/consents/{row.pk}/withdraw/"
    form = shown(client, address)
    assert "Say why" in client.post(address, form).content.decode()
    assert client.post(address, form | {"reason": "By letter"}).status_code == 302
    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawal_reason) == (cast.rosa, "By letter")
    assert "By letter" in page(client, ann)
    assert "withdrawn already" in client.post(address, form | {"reason": "Again"}).content.decode()
    assert send(client, ann, asked).status_code == 302


def test_who_has_refused_may_agree_later(cast, asked):
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    refused = ConsentFactory(patient=ann, consent_form=asked, decision="refused", signed_at=timezone.now())
    assert "Record agreement" in page(client, ann)
    assert send(client, ann, asked, signed_on=str(day(-1))).status_code == 422
    assert send(client, ann, asked).status_code == 302
    refused.refresh_from_db()
    assert (refused.withdrawn_by, refused.withdrawal_reason) == (cast.rosa, "Agreed later")
    assert "Record agreement" not in page(client, ann)
    assert "Agreed later" in page(client, ann)


def test_anothers_consent_is_not_found(cast, asked):
    row = ConsentFactory(patient=cast.bo_record, consent_form=asked)
    client = cast.browse_as(cast.rosa)
    assert client.get(f"/patients/{cast.ann_record.pk}/consents/{row.pk}/withdraw/").status_code == 404
    assert client.get(f"/patients/{cast.ann_record.pk}/consents/999999/record/").status_code == 404


def test_a_text_that_was_retired_meanwhile_keeps_what_was_typed(cast, asked):
    client, address = cast.browse_as(cast.rosa), f"/patients/{cast.ann_record.pk}/consents/{asked.pk}/record/"
    open_page = shown(client, address)
    with signed():
        ConsentForm.objects.filter(pk=asked.pk).update(retired_at=timezone.now() - timedelta(seconds=1))
    response = client.post(address, open_page | {"signed_by_name": "Mary Hale", "decision": "agreed"})
    assert client.get(address).status_code == 404
    assert response.status_code == 422
    assert "no longer in use" in response.content.decode()
    assert 'value="Mary Hale"' in response.content.decode()
    assert not Consent.objects.exists()


def test_a_text_that_somebody_signed_stays_and_a_new_wording_is_a_new_version(cast, asked):
    change = "UPDATE ConsentForm SET body = 'Other words' WHERE consent_form_id = %s"
    with signed():
        sql(change, asked.pk)()
    row = ConsentFactory(consent_form=asked)
    assert_refused("consent_form_signed", sql(change.replace("Other", "New"), asked.pk))
    assert_refused("consent_form_signed", sql("UPDATE ConsentForm SET starts_on = '2020-01-01'"))
    assert_refused("consent_form_live_once", lambda: ConsentFormFactory(code=asked.code, version="2"))
    with signed():
        ConsentForm.objects.filter(pk=asked.pk).update(retired_at=timezone.now())
    newer = ConsentFormFactory(code=asked.code, version="2", title="Treatment")
    assert missing({row.patient_id}) == {row.patient_id}
    seen = page(cast.browse_as(cast.rosa), row.patient)
    assert "of an earlier version" in seen
    assert f"/consents/{newer.pk}/record/" in seen
    assert_refused("consent_form_retired", lambda: ConsentFactory(consent_form=asked, signed_at=timezone.now()))


def test_the_desk_sees_who_lacks_one(cast, asked, django_assert_num_queries):
    ann, bo = cast.ann_record, cast.bo_record
    ConsentFactory(patient=bo, consent_form=asked)
    ConsentFormFactory(is_required=False)
    with django_assert_num_queries(2):
        assert missing({ann.pk, bo.pk}) == {ann.pk}
    for patient in (ann, bo):
        AppointmentFactory(patient=patient)
    client = cast.browse_as(cast.rosa)
    board = client.get(f"/board/?day={day(1)}")
    assert "Consent forms missing" in board.content.decode()
    assert [card.flag for card in board.context["day"].cards].count("Consent missing") == 1
    listed = client.get(f"/appointments/?day={day(1)}&status=&consent=missing").content.decode()
    assert "HALE, Ann" in listed
    assert "WINTER, Bo" not in listed


def test_a_patient_without_any_form_lacks_none():
    assert missing({PatientFactory().pk}) == set()
