"""What the database says of consents, whoever writes: an answer is history, and a withdrawal has who and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinical.tests.acting import assert_refused, sql
from emr_site.tests.factories import signed
from reception.models import Consent
from reception.tests.record_factories import ConsentFactory

pytestmark = pytest.mark.django_db


def test_what_was_answered_never_changes(cast):
    row = ConsentFactory()
    for column in (
        "decision = 'refused'",
        "signed_by_name = 'PAT PATIENT'",
        "withdrawn_by = 1",
        "signed_at = signed_at - INTERVAL 1 DAY",
    ):
        assert_refused("consent_is_history", sql(f"UPDATE Consent SET {column} WHERE consent_id = %s", row.pk))
    assert_refused("consent_is_history", lambda: Consent.objects.filter(pk=row.pk).update(method="spoken"))
    said = {"withdrawal_reason": "x", "withdrawn_by": cast.rosa}
    later = {"withdrawn_at": timezone.now() + timedelta(days=1)} | said
    assert_refused("consent_in_future", lambda: Consent.objects.filter(pk=row.pk).update(**later))
    with signed():
        Consent.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now(), **said)
    nothing = "withdrawn_at = NULL, withdrawal_reason = NULL, withdrawn_by = NULL"
    assert_refused("consent_is_history", sql(f"UPDATE Consent SET {nothing}"))
    with pytest.raises(Exception, match="denied"):
        sql("DELETE FROM Consent")()


@pytest.mark.parametrize(
    ("reason", "by_rosa", "rule"),
    [
        ("", True, "consent_withdrawal_reason_not_blank"),
        (" ", True, "consent_withdrawal_reason_not_blank"),
        ("By letter", False, "consent_withdrawal_whole"),
    ],
)
def test_nothing_is_withdrawn_without_who_and_why(cast, reason, by_rosa, rule):
    row = ConsentFactory()
    by = cast.rosa.pk if by_rosa else None
    update = "UPDATE Consent SET withdrawn_at = UTC_TIMESTAMP(6), withdrawal_reason = %s, withdrawn_by = %s"
    assert_refused(rule, sql(f"{update} WHERE consent_id = %s", reason, by, row.pk))


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"signed_at": timezone.now() + timedelta(days=1)}, "consent_in_future"),
        ({"signed_at": timezone.now() - timedelta(days=400)}, "consent_before_its_form"),
        ({"decision": "perhaps"}, "consent_decision_known"),
        ({"signed_by_name": " "}, "consent_signer_not_blank"),
        ({"withdrawn_at": timezone.now()}, "consent_withdrawal_whole"),
    ],
)
def test_the_database_takes_no_nonsense(columns, rule):
    assert_refused(rule, lambda: ConsentFactory(**columns))
