"""A clinician's own phrases."""

import pytest

from clinical.models import Phrase
from clinical.tests.acting import audited, send, shown
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
URL = "/phrases/"


def test_one_is_added_and_used_before_the_clinics(cast):
    with signed():
        Phrase.objects.create(abbreviation="bp2", body="The clinic's")
    client = cast.browse_as(cast.ned)
    assert send(client, URL, abbreviation="bp2", body="Mine").status_code == 302
    row = Phrase.objects.get(user=cast.ned)
    assert audited(row, "C", by=cast.ned) == 1
    assert client.get("/phrases.json").json()["bp2"] == "Mine"
    assert "Mine" not in cast.browse_as(cast.okafor).get(URL).content.decode()


def test_it_is_added_once(cast):
    client = cast.browse_as(cast.ned)
    form = shown(client, URL) | {"abbreviation": "bp2", "body": "Mine"}
    assert [client.post(URL, form).status_code for _ in range(2)] == [302, 302]
    assert Phrase.objects.filter(user=cast.ned).count() == 1


@pytest.mark.parametrize(("word", "body"), [("two words", "x"), (".htn", "x"), ("", "x"), ("ok", " ")])
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, word, body):
    response = send(cast.browse_as(cast.ned), URL, abbreviation=word, body=body)
    assert response.status_code == 422
    assert f'value="{word}"' in response.content.decode() or not word
    assert not Phrase.objects.filter(user=cast.ned).exists()


def test_a_word_is_taken_once(cast):
    client = cast.browse_as(cast.ned)
    send(client, URL, abbreviation="bp2", body="Mine")
    response = send(client, URL, abbreviation="bp2", body="Other")
    assert response.status_code == 422
    assert "stands for a phrase already" in response.content.decode()


def test_only_ones_own_is_deleted(cast):
    with signed():
        mine = Phrase.objects.create(user=cast.ned, abbreviation="bp2", body="Mine")
        clinics = Phrase.objects.create(abbreviation="bp3", body="The clinic's")
    client = cast.browse_as(cast.ned)
    assert client.post(f"/phrases/{clinics.pk}/delete/").status_code == 404
    assert cast.browse_as(cast.okafor).post(f"/phrases/{mine.pk}/delete/").status_code == 404
    assert client.post(f"/phrases/{mine.pk}/delete/").status_code == 302
    assert not Phrase.objects.filter(pk=mine.pk).exists()
    assert audited(mine, "D", by=cast.ned) == 1
