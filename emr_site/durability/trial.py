"""A throw-away server that is killed under its writers, and what is left of their writes."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from emr_site.durability.writers import WRITERS
from emr_site.private_server import ROOT, PrivateServer, passwords

DATABASE = "emr_durability"
# What is wrong with the patients of the writers: each row is one missing or surplus entry of the audit.
WITHOUT_AUDIT = """
SELECT p.patient_id
  FROM Patient AS p
 WHERE (SELECT COUNT(*) FROM Audit_Log AS a
         WHERE a.table_name = 'Patient' AND a.record_id = p.patient_id AND CONCAT('Writer ', a.user_name) = p.name
           AND a.action = 'C') <> 1
    OR (SELECT COUNT(*) FROM Audit_Log AS a
         WHERE a.table_name = 'Patient' AND a.record_id = p.patient_id AND CONCAT('Writer ', a.user_name) = p.name
           AND a.action = 'U') <> p.address"""
WITHOUT_ROW = """
SELECT a.record_id
  FROM Audit_Log AS a LEFT JOIN Patient AS p ON p.patient_id = a.record_id
 WHERE a.table_name = 'Patient' AND p.patient_id IS NULL"""


@dataclass
class Round:
    """What one kill left: counts of writes, and seconds."""

    acknowledged: int
    found: int  # of this round; each writer may have had one more committed than it was told
    lost: int
    without_audit: int
    killed_after: float
    back_after: float

    def __str__(self):
        return (
            f"{self.acknowledged:5} acknowledged, {self.found:5} found, {self.lost} lost,"
            f" {self.without_audit} without audit or row;"
            f" killed after {self.killed_after:.1f} s, back after {self.back_after:.1f} s"
        )


@dataclass
class Trial:
    """A private server of its own in a folder that anybody may pass through, with a migrated database."""

    folder: Path
    acknowledged: dict = field(default_factory=dict)  # patient's id: changes

    def __post_init__(self):
        self.server = PrivateServer("durability", private=self.folder)

    @contextmanager
    def running(self):
        try:
            self.server.start()
            self.server.make_database(DATABASE)
            self.python("manage.py", "migrate", "-v0").check_returncode()
            yield self
        finally:
            self.server.stop()

    def set_durable(self, durable):
        """Start anew, waiting for the disk at each commit or not; the writes so far are no longer looked for."""
        self.server.stop()
        self.server.durable = durable
        self.acknowledged.clear()

    def round(self, label):
        self.server.start()
        writes, killed_after = self.kill_under_writers(label)
        for patient_id, changes in writes:
            self.acknowledged[patient_id] = max(changes, self.acknowledged.get(patient_id, 0))
        since = time.monotonic()
        self.server.start()
        back_after = time.monotonic() - since
        return Round(len(writes), self.found(label), self.lost(), self.without_audit(), killed_after, back_after)

    def kill_under_writers(self, label):
        """Let four writers write for a moment and kill the server; their acknowledged (patient's id, changes)."""
        command = [sys.executable, "-m", "emr_site.durability.writers", label]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment(), cwd=ROOT) as writers:
            try:
                first = lines_until_all_write(writers.stdout)
                moment = random.uniform(0.4, 1.2)  # noqa: S311 (any moment will do)
                time.sleep(moment)
            finally:
                # Also when interrupted: the writers go on until it is gone.
                os.kill(self.server.pid(), signal.SIGKILL)
            lines = [*first, *writers.stdout]
        if writers.returncode:
            raise subprocess.CalledProcessError(writers.returncode, command)
        return [tuple(map(int, line.split()[1:])) for line in lines], moment

    def found(self, label):
        """How many writes of one round are there."""
        return int(
            self.ask(f"SELECT COALESCE(SUM(address + 1), 0) FROM Patient WHERE name LIKE 'Writer {label}w%'")[0][0]
        )

    def waits_for_disk(self):
        """Whether the server says that each commit waits for the disk, in its data and in its binary log."""
        return self.ask("SELECT @@innodb_flush_log_at_trx_commit, @@sync_binlog") == [["1", "1"]]

    def lost(self):
        """How many acknowledged writes, of all rounds, are not there; a patient's later one shows the earlier ones."""
        found = {int(row[0]): int(row[1]) for row in self.ask("SELECT patient_id, address FROM Patient")}
        return sum(changes - found.get(patient_id, -1) for patient_id, changes in self.acknowledged.items()
                   if found.get(patient_id, -1) < changes)  # fmt: skip

    def without_audit(self):
        return len(self.ask(WITHOUT_AUDIT)) + len(self.ask(WITHOUT_ROW))

    def ask(self, sql):
        """The rows, as text, that the server's administrator reads."""
        return [line.split("\t") for line in self.server.run(f"USE {DATABASE}; {sql}").splitlines()[1:]]

    def python(self, *arguments):
        return subprocess.run([sys.executable, *arguments], env=self.environment(), cwd=ROOT)

    def environment(self):
        """The product's settings, with this server's accounts."""
        known = passwords(self.folder)
        addresses = {
            name: f"mysql://emr_{account}:{known[account]}@/{DATABASE}?unix_socket={quote(self.server.socket, safe='')}"
            for name, account in (
                ("DATABASE_URL", "app"),
                ("OWNER_DATABASE_URL", "owner"),
                ("REPORTS_DATABASE_URL", "reports"),
            )
        }
        return {**os.environ, **addresses}


def lines_until_all_write(stream):
    """What the writers say until each has had a write acknowledged; EOFError when they end before that."""
    lines, under_way = [], set()
    while len(under_way) < WRITERS and (line := stream.readline()):
        lines.append(line)
        under_way.add(line.split()[0])
    if len(under_way) < WRITERS:
        raise EOFError(f"Only {len(under_way)} of {WRITERS} writers could write.")
    return lines
