"""Who tries many dates of birth at once has no more tries than one after the other."""

import pytest
from django.test import Client

from emr_site.tests.factories import signed
from emr_site.tests.races import at_once
from reception import self_check_in as checks
from reception.models import CheckInCode
from reception.tests.desk import today_at

pytestmark = pytest.mark.django_db(transaction=True)


def test_parallel_tries_are_counted_each(cast):
    booked = today_at("10:30", patient=cast.ann_record)
    with signed():
        code = checks.code_of(booked)
    presses = [
        lambda n=n: Client().post("/check-in/", {"date_of_birth": f"{n + 1}/1/1970", "code": code}) for n in range(12)
    ]
    assert {answer.status_code for answer in at_once(presses)} == {422}
    assert CheckInCode.objects.get().tries == CheckInCode.MOST_TRIES
