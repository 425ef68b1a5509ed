"""The server that the bench asks, and what it asks of it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Asked:
    """One request: of a page, or with a body the answer to a form."""

    path: str
    body: str | None = None
    headers: tuple = ()


class Server:
    """One gunicorn with synchronous workers, as in production but without TLS."""

    def __init__(self, workers=1):
        self.workers = workers

    def __enter__(self):
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [ROOT / ".venv/bin/gunicorn", "--workers", str(self.workers), "--bind", f"{HOST}:{self.port}",
             "--log-level", "warning", "--timeout", "120", "--max-requests", "0", "emr_site.wsgi"], cwd=ROOT,
            stdout=subprocess.DEVNULL,  # a line for each request is written, as in production, and not shown
        )  # fmt: skip
        self.wait_until_it_answers()
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(30)

    def wait_until_it_answers(self):
        """It listens before it has a worker."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for _ in range(100):
            time.sleep(0.2)
            workers = children.read_text().split()
            if len(workers) == self.workers:
                break
        self.worker = int(workers[0])
        http.client.HTTPConnection(HOST, self.port, timeout=60).connect()

    def cpu_seconds(self):
        """What the worker has used so far, in user and kernel mode."""
        fields = Path(f"/proc/{self.worker}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def answer(self, asked, headers):
        """Seconds from asking to the last byte, and how many bytes there were."""
        client = http.client.HTTPConnection(HOST, self.port, timeout=60)
        started = time.perf_counter()
        client.request(
            "POST" if asked.body else "GET", asked.path, body=asked.body, headers=headers | dict(asked.headers)
        )
        answer = client.getresponse()
        size = len(answer.read())
        took = time.perf_counter() - started
        client.close()
        if answer.status != 200:
            sys.exit(f"{asked.path} answered {answer.status}")
        return took, size
