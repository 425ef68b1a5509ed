"""Each line in which a server shows a right is read, or taken for one too many."""

import pytest

from emr_site.sql.rights import held_by


class Server:
    def __init__(self, *lines):
        self.lines = lines

    def execute(self, statement):
        assert statement == "SHOW GRANTS FOR 'emr_app'@'localhost'"

    def fetchall(self):
        return [(line + " TO `emr_app`@`localhost`" + after,) for line, after in self.lines]


def read(line, after=""):
    return list(held_by(Server((line, after)), "'emr_app'@'localhost'"))


def test_it_is_no_right_to_be_there():
    assert read("GRANT USAGE ON *.*", " IDENTIFIED BY PASSWORD '*ABC'") == []


@pytest.mark.parametrize(
    ("line", "after", "rights"),
    [
        ("GRANT DELETE ON *.*", "", {"DELETE"}),
        ("GRANT ALL PRIVILEGES ON *.*", " WITH GRANT OPTION", {"ALL PRIVILEGES", "GRANT OPTION"}),
        ("GRANT USAGE ON *.*", " WITH GRANT OPTION", {"GRANT OPTION"}),
        ("GRANT SELECT (a, b), UPDATE ON `emr`.`Room`", "", {"SELECT (a, b)", "UPDATE"}),
        ("GRANT SELECT, INSERT (`a`) ON `emr`.`Room`", "", {"SELECT", "INSERT (`a`)"}),
        ("GRANT EXECUTE ON PROCEDURE `emr`.`bookroom`", "", {"EXECUTE"}),
        ("GRANT DELETE ON `e%`.*", "", {"DELETE"}),
        ("GRANT DELETE ON `em_`.*", "", {"DELETE"}),
        ("GRANT `dba`", " WITH ADMIN OPTION", {"GRANT `dba`"}),
        ("GRANT PROXY ON ''@'%'", "", {"GRANT PROXY ON ''@'%'"}),
    ],
)
def test_it_concerns_this_database(line, after, rights):
    (held,) = read(line, after)
    assert held.rights == rights
    assert held.concerns("emr")


@pytest.mark.parametrize("place", ["`other`.*", "`other`.`Room`", "`em\\_`.*", "`e%`.`Room`"])
def test_it_leaves_other_databases_alone(place):
    (held,) = read(f"GRANT DELETE ON {place}")
    assert not held.concerns("emr")


def test_it_keeps_a_passwords_hash_to_itself():
    (held,) = read("GRANT `dba`", " IDENTIFIED BY PASSWORD '*ABC'")
    assert "ABC" not in str(held)
