"""The checkout's own MariaDB: in the ignored folder .private/, on a socket, with no TCP port.

Needs nothing but Python's standard library, because script/db runs before the requirements are installed.
A checkout can hold several servers side by side, one for each way of running: see `chosen()`.
"""

import fcntl
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from emr_site import private_server_files as files

ROOT = Path(__file__).resolve().parent.parent
ACCOUNTS = ("owner", "app", "reports")
PATIENCE_S = 90
# Where a server's program may stand that only root has in PATH.
PLACES = os.environ.get("PATH", os.defpath) + ":/usr/local/sbin:/usr/sbin:/sbin"
# The owner deploys the other accounts' rights, and compares what they hold with the files.
OWNER_RIGHTS = (
    *(
        f"ALL ON `{pattern}`.* TO {{}} WITH GRANT OPTION"
        for pattern in (r"emr%", r"test\_emr%", r"scratch\_emr%", r"scratch\_test\_emr%")
    ),
    "CREATE USER ON *.* TO {}",
    "SELECT ON mysql.* TO {}",
)


class ServerTrouble(Exception):
    """The private server could not do what was asked; the text is for the person at the keyboard."""


def chosen(environ=os.environ):
    """The server this environment means.

    LOWER_CASE_TABLE_NAMES=1 has a server of its own because the setting is fixed when its data is made;
    EMR_DB_FAST=1 has one because it does not wait for the disk, and must never pass for the durable one.
    """
    lower = environ.get("LOWER_CASE_TABLE_NAMES", "0") == "1"
    fast = environ.get("EMR_DB_FAST", "0") == "1"
    name = "mariadb" + ("-lower" if lower else "") + ("-fast" if fast else "")
    return PrivateServer(name, lower_case_table_names=int(lower), durable=not fast)


def read_assignments(path):
    """KEY=value lines of a file as a dict; empty when there is no such file."""
    try:
        lines = Path(path).read_text().splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.lstrip().startswith("#"))
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def passwords(private=ROOT / ".private"):
    """The three accounts' random passwords, made on first use and shared by all of a checkout's servers."""
    path = private / "database.env"
    if not path.exists():
        private.mkdir(exist_ok=True)
        text = "".join(f"EMR_{name.upper()}_PASSWORD={secrets.token_urlsafe(24)}\n" for name in ACCOUNTS)
        new = path.with_suffix(f".{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text(text)
        with suppress(FileExistsError):  # somebody else was quicker: theirs are the passwords
            os.link(new, path)
        new.unlink()
    found = read_assignments(path)
    return {name: found[f"EMR_{name.upper()}_PASSWORD"] for name in ACCOUNTS}


class PrivateServer:
    """One MariaDB in .private/<name>/, run by the caller, or by an unprivileged account for root."""

    def __init__(self, name, *, lower_case_table_names=0, durable=True, private=ROOT / ".private"):
        self.private = private
        self.folder = private / name
        self.lower_case_table_names = lower_case_table_names
        self.durable = durable

    @property
    def home(self):
        """Where the data lives: in the checkout, or elsewhere where the server's account cannot reach it."""
        return (self.folder / "home").resolve()

    @property
    def socket(self):
        """The socket's path, or "" before the first start; a copied checkout does not take the original's."""
        recorded = self.folder / "socket"
        folder, path = recorded.read_text().split("\n")[:2] if recorded.exists() else ("", "")
        return path if folder == str(self.folder) else ""

    def is_up(self):
        return bool(self.socket) and self._client("SELECT 1", check=False).returncode == 0

    def is_ready(self):
        """Whether it answers and its accounts are as this version of the product makes them."""
        made = self.folder / "accounts_made"
        return made.exists() and made.read_text() == str(OWNER_RIGHTS) and self.is_up()

    def start(self):
        """Start the server unless it answers already; return whether it had to be. Two may call at once."""
        if self.is_ready():
            return False
        with self._lock():
            if self.is_ready():
                return False
            self._make_folders()
            if not (self.home / "data").exists():
                self._make_data()
            self._launch()
            self._make_accounts()
            (self.folder / "accounts_made").write_text(str(OWNER_RIGHTS))
        return True

    def stop(self):
        """Stop the server cleanly; return whether there was one."""
        with self._lock():
            pid = self.pid()
            if pid is None:
                return False
            os.kill(pid, signal.SIGTERM)
            self._wait(lambda: self.pid() is None, "did not stop")
            return True

    def pid(self):
        """The process id of the live server, or None; a file left by a killed server does not deceive it."""
        try:
            pid = int((self.home / "mariadbd.pid").read_text())
            command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
        except (FileNotFoundError, ValueError, ProcessLookupError):
            return None
        return pid if str(self.folder / "my.cnf") in command else None

    def make_database(self, name):
        self.run(f"CREATE DATABASE IF NOT EXISTS `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci")

    def run(self, sql):
        """What SQL prints as the server's administrator: the operating system's user, known by the socket."""
        return self._client(sql, check=True).stdout

    def _client(self, sql, *, check):
        user = pwd.getpwuid(os.getuid()).pw_name
        command = ["mariadb", "--no-defaults", f"--socket={self.socket}", f"--user={user}", "--batch"]
        done = subprocess.run(command, input=sql, text=True, capture_output=True)
        if check and done.returncode:
            raise ServerTrouble(f"The private database refused: {done.stderr.strip()}")
        return done

    @contextmanager
    def _lock(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _make_folders(self):
        account = files.account_of(self.folder / "home")
        for folder in (self.private, self.folder):
            folder.chmod(0o711)
        files.make_home(self.folder, account)
        socket = files.make_socket_path(self.folder, account)
        (self.folder / "my.cnf").write_text(
            files.CONFIGURATION.format(
                home=self.home,
                socket=socket,
                sql_mode=files.SQL_MODE,
                lower_case_table_names=self.lower_case_table_names,
                flush=int(self.durable),
            )
        )
        (self.folder / "socket").write_text(f"{self.folder}\n{socket}\n")

    def _make_data(self):
        # Made beside and renamed, so that an interrupted installation is never taken for a whole one.
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        command = [
            "mariadb-install-db", "--no-defaults", f"--datadir={fresh}", "--skip-test-db",
            f"--lower-case-table-names={self.lower_case_table_names}",
            "--auth-root-authentication-method=socket",
            f"--auth-root-socket-user={pwd.getpwuid(os.getuid()).pw_name}",
        ]  # fmt: skip
        if os.getuid() == 0:
            command.append(f"--user={files.account_of(self.folder / 'home').pw_name}")
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise ServerTrouble(f"mariadb-install-db failed:\n{done.stdout}{done.stderr}")
        fresh.rename(self.home / "data")

    def _launch(self):
        program = shutil.which("mariadbd", path=PLACES) or "mariadbd"
        command = [program, f"--defaults-file={self.folder / 'my.cnf'}"]
        if os.getuid() == 0:
            command.append(f"--user={files.account_of(self.folder / 'home').pw_name}")
        launched = None
        if self.pid() is None:
            Path(self.socket).unlink(missing_ok=True)
            (self.home / "mariadbd.pid").unlink(missing_ok=True)
            with open(self.folder / "launch.log", "w") as log:
                launched = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd="/"
                )
        self._wait(lambda: self.is_up() or has_ended(launched), "did not start")
        if not self.is_up():
            raise ServerTrouble(f"The private database could not start; see {self.home}/mariadbd.log")

    def _wait(self, condition, complaint):
        limit = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > limit:
                log = self.home / "mariadbd.log"
                raise ServerTrouble(f"The private database {complaint} in {PATIENCE_S} s; see {log}")
            time.sleep(0.1)

    def _make_accounts(self):
        known = passwords(self.private)
        lines = ["SET sql_log_bin=0"]
        for name in ACCOUNTS:
            lines.append(f"CREATE USER IF NOT EXISTS emr_{name}@localhost")
            lines.append(f"ALTER USER emr_{name}@localhost IDENTIFIED BY '{known[name]}'")
        lines += [f"GRANT {rights.format('emr_owner@localhost')}" for rights in OWNER_RIGHTS]
        self.run(";\n".join(lines))


def has_ended(process):
    return process is not None and process.poll() is not None
