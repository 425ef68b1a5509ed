"""The sources that manage.py adopt refuses, each with a sentence."""

import pytest
from django.core.management.base import CommandError
from django.db import connections

from billing.tests.adopting import DATABASES, adopt, adopted, findings
from billing.tests.adoption_sources import GENERATION_A, url_of

pytestmark = pytest.mark.django_db(databases=DATABASES)


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "postgres://u:p@localhost/emr", "sqlite:///emr.db", "mysql://u:p@localhost/",
     "mysql://u:secret@localhost:port/emr"],
)  # fmt: skip
def test_it_says_how_an_address_looks(url):
    with pytest.raises(CommandError, match=r"It has the form mysql://user:password@host:port/database\.$") as refusal:
        adopt(url)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("url", ["mysql://u:secret@127.0.0.1:1/emr", "mysql://u:secret@localhost/emr?unix_socket=/no"])
def test_it_says_when_no_server_answers(url):
    with pytest.raises(CommandError, match="The source cannot be opened: ") as refusal:
        adopt(url)
    assert "secret" not in str(refusal.value)


def test_it_says_when_there_is_no_such_database():
    settings = connections["owner"].settings_dict
    with pytest.raises(CommandError, match="no_such_emr"):
        adopt(url_of(settings, "no_such_emr"))


def test_it_refuses_a_database_that_is_no_emr():
    with pytest.raises(CommandError, match="has no table of the first system: it is no EMR database"):
        adopted("CREATE TABLE wp_posts (ID INT, title TEXT);\nINSERT INTO wp_posts VALUES (1, 'Hello');\n")
    assert not findings().exists()


def test_it_refuses_to_adopt_itself():
    settings = connections["owner"].settings_dict
    with pytest.raises(CommandError, match="The source is this very database"):
        adopt(url_of(settings, settings["NAME"]))


def test_it_refuses_another_database_of_this_product():
    with pytest.raises(CommandError, match="is a database of this product, not of the first system"):
        adopted(GENERATION_A, "CREATE TABLE Sql_Object (name VARCHAR(64));\n")


def test_it_takes_an_empty_database_of_the_first_system():
    report = adopted(GENERATION_A)
    assert {numbers["read"] for numbers in report.numbers.values()} == {0}
    assert report.text.startswith("Generation A\n")
