"""What a patient can have but once, and both merged records have: one stands, and the other stays to be read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical.models import Allergy, Problem, SmokingStatus, SocialHistory
from clinical.tests.factories import (
    AllergyFactory,
    ProblemFactory,
    SmokingStatusFactory,
    SocialHistoryFactory,
    VisitDiagnosisFactory,
)
from emr_site.tests.factories import signed
from reception.models import Consent, Insurance, MessageOptOut, PatientMerge, PatientPhone
from reception.tests.factories import PatientFactory, VisitFactory
from reception.tests.merging import everything, merge, rows_of, undone
from reception.tests.message_factories import PortalRequestFactory
from reception.tests.record_factories import ConsentFactory, ConsentFormFactory, InsuranceFactory, PatientPhoneFactory
from reception.tests.waiting_factories import WaitingRequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(cast):
    return PatientFactory(family_name="Hale", given_name="Anne")


def test_the_severer_allergy_stands_and_both_can_be_read(cast, kept, other):
    mild = AllergyFactory(patient=kept, substance="Penicillin", reaction="rash", severity="mild")
    visit = VisitFactory(patient=other)
    severe = AllergyFactory(
        patient=other, visit=visit, substance="penicillin", reaction="anaphylaxis", severity="severe"
    )
    as_it_was = everything()
    assert merge(cast, kept, other).status_code == 302
    assert set(rows_of(other).values()) == {0}
    severe.refresh_from_db()
    mild.refresh_from_db()
    assert (severe.patient, severe.voided_at, severe.note) == (kept, None, "mild: rash")
    assert (mild.voided_at is None, mild.void_reason) == (False, "Records merged: the other entry stands")
    client = cast.browse_as(cast.okafor)
    assert "anaphylaxis" in client.get(f"/patients/{kept.pk}/").content.decode()
    page = client.get(f"/patients/{kept.pk}/allergies/").content.decode()
    assert "Records merged" in page
    assert "Mild rash" in page
    assert undone(cast, kept).status_code == 302
    assert everything() == as_it_was


def test_a_refuted_allergy_does_not_hide_one_that_stands(cast, kept, other):
    AllergyFactory(patient=kept, severity="severe", certainty="refuted")
    AllergyFactory(patient=other, severity=None)
    merge(cast, kept, other)
    assert Allergy.objects.get(patient=kept, voided_at=None).certainty == "confirmed"


def test_a_problem_keeps_the_words_of_both(cast, kept, other):
    ProblemFactory(patient=kept, description="Asthma", status="inactive", note="mild as a child")
    visit = VisitFactory(patient=other)
    problem = ProblemFactory(patient=other, visit=visit, description="Asthma", note="brittle, two ICU stays")
    VisitDiagnosisFactory(visit=visit, problem=problem)
    as_it_was = everything()
    merge(cast, kept, other)
    assert set(rows_of(other).values()) == {0}
    stands = Problem.objects.get(patient=kept, voided_at=None)
    assert (stands.pk, stands.note) == (problem.pk, "brittle, two ICU stays\nmild as a child")
    assert undone(cast, kept).status_code == 302
    assert everything() == as_it_was


def test_the_later_answer_stands(cast, kept, other):
    SmokingStatusFactory(patient=kept, status="never")
    SmokingStatusFactory(patient=other, status="every_day")
    SocialHistoryFactory(patient=other, words="Bus driver")
    SocialHistoryFactory(patient=kept, words="Retired")
    as_it_was = everything()
    merge(cast, kept, other)
    assert SmokingStatus.objects.get(patient=kept, replaced_at=None).status == "every_day"
    assert SocialHistory.objects.get(patient=kept, replaced_at=None).words == "Retired"
    assert set(rows_of(other).values()) == {0}
    assert undone(cast, kept).status_code == 302
    assert everything() == as_it_was


def test_a_later_refusal_takes_the_place_of_a_consent(cast, kept, other):
    form = ConsentFormFactory()
    ConsentFactory(patient=kept, consent_form=form, signed_at=timezone.now() - timedelta(days=9))
    ConsentFactory(patient=other, consent_form=form, decision="refused")
    as_it_was = everything()
    merge(cast, kept, other)
    assert Consent.objects.get(patient=kept, withdrawn_at=None).decision == "refused"
    assert Consent.objects.filter(patient=kept).count() == 2
    assert undone(cast, kept).status_code == 302
    assert everything() == as_it_was


def test_order_reminders_and_wishes_come_back(cast, kept, other):
    for patient in (kept, other):
        InsuranceFactory(patient=patient)
        PatientPhoneFactory(patient=patient, for_reminders=True)
        with signed():
            MessageOptOut.objects.create(patient=patient, channel="sms", said_by="desk")
    as_it_was = everything()
    merge(cast, kept, other)
    assert sorted(Insurance.objects.values_list("priority", flat=True), key=str) == [1, None]
    assert PatientPhone.objects.get(for_reminders=True).reminder_patient == kept.pk
    assert MessageOptOut.objects.filter(patient=kept, ended_at=None).count() == 1
    assert set(rows_of(other).values()) == {0}
    assert undone(cast, kept).status_code == 302
    assert everything() == as_it_was


@pytest.mark.parametrize(
    ("factory", "sentence"),
    [(PortalRequestFactory, "Answer one of them first"), (WaitingRequestFactory, "Take one of them off the list")],
)
def test_what_waits_twice_is_answered_first(cast, kept, other, factory, sentence):
    factory(patient=kept)
    factory(patient=other)
    assert sentence in merge(cast, kept, other).content.decode()
    assert not PatientMerge.objects.exists()
