"""Typing a note while the server is killed and started anew: no typed word is lost."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from clinical.tests.acting import chart_url
from clinical.tests.visit_page import WORDS, subjective, type_words, wait_saved
from emr_site.private_server import ROOT
from emr_site.tests import database
from emr_site.tests.browser import session_cookie

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def a_server(port):
    """The product in a process of its own, over the same database."""
    environment = database.environment(DEBUG="True")
    command = [sys.executable, "manage.py", "runserver", f"127.0.0.1:{port}", "--noreload", "--skip-checks"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_killed_server_loses_nothing(cast, new_context):
    visit_path, port = chart_url("visit", cast.ann_record, cast.ann_note_visit), free_port()
    url = f"http://127.0.0.1:{port}"
    context = new_context(base_url=url)
    context.add_cookies([session_cookie(cast.okafor, url)])
    with a_server(port) as process:
        page = context.new_page()
        page.goto(visit_path)
        type_words(page, "Sore throat ")
        wait_saved(page)
        process.kill()
        process.wait()
        type_words(page, "for three days, no fever")
        page.get_by_text("Not saved since").wait_for()
    assert subjective() == "Sore throat"
    with a_server(port):
        wait_saved(page)
    assert subjective() == WORDS
