"""Measures over time: drawn as they were taken, told in words and in a table."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from clinical.tests.acting import chart_url
from clinical.tests.factories import VitalSignsFactory
from clinical.vitals.reading import BY_NAME, Reading
from clinical.vitals.trends import range_of, summary_of, trends_of
from clinical.vitals.units import measured
from emr_site.templatetags.emr import clinical_date

pytestmark = pytest.mark.django_db


def taken(cast, *, days=0, **columns):
    return VitalSignsFactory(patient=cast.ann_record, taken_at=timezone.now() - timedelta(days=days), **columns)


def trend_of(cast, label):
    return next(each for each in trends_of(cast.ann_record) if each.label == label)


def page_of(cast, name):
    return cast.browse_as(cast.okafor).get(chart_url(name, cast.ann_record)).content.decode()


def test_each_measure_is_drawn_and_twinned_with_a_table(cast, django_assert_max_num_queries):
    for n in range(30):
        taken(cast, days=30 - n, systolic_mmhg=110 + 2 * n, pulse_per_min=60 + n)
    trends = {trend.label: trend for trend in trends_of(cast.ann_record)}
    assert len(trends["Blood pressure"].points) == len(trends["Pulse"].points) == 24
    assert [point.reading.value for point in trends["Pulse"].points] == list(range(66, 90))
    assert trends["Pulse"].band is not None
    client = cast.browse_as(cast.okafor)
    with django_assert_max_num_queries(15):
        page = client.get(chart_url("vital_signs", cast.ann_record)).content.decode()
    out = [point for point in trends["Blood pressure"].points if point.sides]
    assert out
    assert page.count('<g class="bp out">') == page.count('class="mark"') == len(out)
    assert page.count("Show as table") == 2
    assert clinical_date(timezone.localdate() - timedelta(days=24)) in page
    assert "style=" not in page


def test_points_stand_as_far_apart_as_they_were_in_time(cast):
    for days in (100, 90, 0):
        taken(cast, days=days)
    first, second, last = (each.x for each in trend_of(cast, "Pulse").points)
    assert (second - first) * 9 == pytest.approx(last - second, rel=0.02)


def test_a_converted_value_is_marked_in_the_table(cast):
    found = measured("temperature", "101 °F")
    taken(cast, temperature_c=found.value, temperature_typed=found.typed, temperature_unit=found.unit)
    assert trend_of(cast, "Temperature").latest.reading.typed == "101 °F"
    assert "typed 101 °F" in page_of(cast, "vital_signs")


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ({"low": Decimal(95)}, "from 95"),
        ({"high": Decimal(5)}, "up to 5"),
        ({"low": Decimal("36.0"), "high": Decimal("37.5")}, "36 to 37.5"),
        ({}, ""),
    ],
)
def test_a_range_is_told_in_words_also_where_it_has_one_side(edges, words):
    assert range_of(Reading(BY_NAME["spo2"], 90, **edges)) == words


def test_the_chart_draws_pressure_large_and_the_others_a_line_each(cast):
    taken(cast, days=9, pulse_per_min=66)
    taken(cast, pulse_per_min=71)
    found = summary_of(cast.ann_record)
    assert found["pressure"].latest.shown == "118/76"
    assert [(each.label, each.previous.shown, each.latest.shown) for each in found["measures"]] == [
        ("Pulse", "66", "71")
    ]
    page = page_of(cast, "chart")
    assert page.count('class="spark"') == 1
    assert "Previous 118/76" in page


def test_a_chart_without_measurements_says_so_and_offers_to_record(cast):
    page = page_of(cast, "chart")
    assert "Nothing has been measured." in page
    assert f'href="{chart_url("vital_signs", cast.ann_record)}"' in page
