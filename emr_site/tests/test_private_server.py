"""The private MariaDB of a checkout: a real one, in a folder of the test's own."""

import os
import signal
import stat
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from emr_site import private_server, private_server_files
from emr_site.private_server import PrivateServer


@pytest.fixture
def private():
    with tempfile.TemporaryDirectory(prefix="emr") as folder:
        os.chmod(folder, 0o711)  # noqa: S103 (the account that runs the server passes through)
        yield Path(folder)


@pytest.fixture
def server(private):
    server = PrivateServer("mariadb", durable=False, private=private)
    yield server
    server.stop()


def test_it_starts_once_when_two_ask_at_the_same_moment(server):
    with ThreadPoolExecutor(2) as both:
        started = [both.submit(server.start) for _ in range(2)]
    assert sorted(one.result() for one in started) == [False, True]
    assert server.is_up()


def test_it_starts_again_after_it_was_killed(server):
    server.start()
    server.make_database("emr_kept")
    os.kill(server.pid(), signal.SIGKILL)
    server._wait(lambda: server.pid() is None, "did not die")
    assert not server.is_up()
    assert server.start() is True
    server.run("USE emr_kept")


def test_it_says_whether_there_was_something_to_stop(server):
    server.start()
    assert server.stop() is True
    assert server.stop() is False


def test_it_keeps_its_temporary_tables_to_itself(server):
    server.start()
    assert server.run("SELECT @@tmpdir").split()[-1] == str(server.home / "tmp")


def test_it_has_no_anonymous_account_and_no_port(server):
    server.start()
    found = server._client(
        "SELECT COUNT(*) FROM mysql.global_priv WHERE user = ''; SELECT @@skip_networking", check=True
    )
    assert found.stdout.split() == ["COUNT(*)", "0", "@@skip_networking", "1"]


def test_it_keeps_the_passwords_to_the_person_who_started_it(private):
    first = private_server.passwords(private)
    assert private_server.passwords(private) == first
    assert stat.S_IMODE((private / "database.env").stat().st_mode) == 0o600
    assert len(set(first.values())) == 3


def test_it_does_not_answer_for_the_checkout_it_was_copied_from(private):
    folder = private / "mariadb"
    folder.mkdir()
    (folder / "socket").write_text("/elsewhere/.private/mariadb\n/elsewhere/mariadbd.sock\n")
    assert PrivateServer("mariadb", private=private).socket == ""


def test_it_takes_a_short_socket_path_where_the_checkout_lies_deep(private):
    deep = private / ("deep" * 30)
    deep.mkdir()
    path = private_server_files.make_socket_path(deep, private_server_files.account_of(deep / "home"))
    try:
        assert len(path) < private_server_files.SOCKET_PATH_LIMIT
    finally:
        Path(path).parent.rmdir()


@pytest.mark.parametrize(
    ("environ", "name", "durable"),
    [
        ({}, "mariadb", True),
        ({"LOWER_CASE_TABLE_NAMES": "1"}, "mariadb-lower", True),
        ({"EMR_DB_FAST": "1"}, "mariadb-fast", False),
    ],
)
def test_it_never_mixes_servers_of_different_kinds(environ, name, durable):
    server = private_server.chosen(environ)
    assert (server.folder.name, server.durable) == (name, durable)
