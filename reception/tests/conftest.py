"""What the tests of the desk ask for."""

import pytest

from emr_site.tests.factories import signed
from reception import self_check_in
from reception.tests.desk import today_at


@pytest.fixture
def no_quiet_hours(settings):
    """Messages go out at whatever hour the tests run."""
    settings.MESSAGE_QUIET_HOURS = "00:00-00:00"


@pytest.fixture
def open_door(settings):
    """Patients may check in at whatever hour the tests run."""
    settings.CHECK_IN_LEAD_MINUTES = 1440


@pytest.fixture
def booked(cast):
    """Ann's appointment of today."""
    return today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)


@pytest.fixture
def code(booked):
    """With which Ann checks in."""
    with signed():
        return self_check_in.code_of(booked)
