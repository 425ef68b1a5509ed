"""Taking a star back: on the page of one's favourites, and at a visit."""

import pytest

from clinical.models import Favourite
from clinical.tests.acting import audited, chart_url
from clinical.tests.factories import FavouriteFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def at_visit(cast, by, favourite, headers=HTMX):
    address = chart_url("remove_favourite_at_visit", cast.ann_record, cast.ann_visit, favourite)
    return cast.browse_as(by).post(address, {"patient_id": cast.ann_record.pk}, headers=headers)


def on_page(cast, by, favourite):
    return cast.browse_as(by).post(f"/favourites/{favourite.pk}/remove/")


def test_it_goes_at_the_visit_and_leaves_its_trace(cast):
    row = cast.ann_favourite
    page = at_visit(cast, cast.okafor, row).content.decode()
    assert not Favourite.objects.exists()
    assert audited(row, "D", by=cast.okafor) == 1
    assert "Keep as favourite: Full blood count" in page
    assert "Full blood count is no longer a favourite of yours." in page


def test_without_scripts_it_comes_back_to_the_box(cast):
    answer = at_visit(cast, cast.okafor, cast.ann_favourite, headers={})
    assert answer.url == chart_url("visit", cast.ann_record, cast.ann_visit) + "#ordering"
    assert not Favourite.objects.exists()


def test_it_goes_on_the_page_of_favourites(cast):
    row = cast.ann_favourite
    assert on_page(cast, cast.okafor, row).url == "/favourites/"
    assert not Favourite.objects.exists()
    assert audited(row, "D", by=cast.okafor) == 1
    assert on_page(cast, cast.okafor, row).status_code == 404


def test_the_test_that_was_starred_stays(cast):
    at_visit(cast, cast.okafor, cast.ann_favourite)
    cast.ann_test.refresh_from_db()
    assert cast.ann_test.type == "Full blood count"


@pytest.mark.parametrize("remove", [at_visit, on_page])
def test_anothers_is_not_found(cast, remove):
    row = FavouriteFactory(user=cast.okafor)
    assert remove(cast, cast.lund, row).status_code == 404
    assert remove(cast, cast.ned, row).status_code == 404
    assert Favourite.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("remove", [at_visit, on_page])
@pytest.mark.parametrize(("who", "status"), [("rosa", 403), ("sam", 403), ("rita", 403), ("ann", 404)])
def test_whoever_orders_nothing_removes_nothing(cast, remove, who, status):
    assert remove(cast, getattr(cast, who), cast.ann_favourite).status_code == status
    assert Favourite.objects.exists()


def test_it_takes_a_press_and_no_link(cast):
    client = cast.browse_as(cast.okafor)
    assert client.get(f"/favourites/{cast.ann_favourite.pk}/remove/").status_code == 405
    assert Favourite.objects.exists()
