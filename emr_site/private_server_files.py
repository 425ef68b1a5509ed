"""Where a private server keeps its files, who owns them, and the configuration it is started with."""

import hashlib
import os
import pwd
import tempfile
from pathlib import Path

SOCKET_PATH_LIMIT = 100  # bytes; the kernel allows 107
SQL_MODE = (
    "STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"
)
CONFIGURATION = """\
# Written by script/db; changes here are overwritten.
[mariadbd]
datadir={home}/data
# Of its own: a server that starts clears its folder for temporary tables of whatever another has there.
tmpdir={home}/tmp
socket={socket}
pid_file={home}/mariadbd.pid
log_error={home}/mariadbd.log
skip_networking
skip_name_resolve
lower_case_table_names={lower_case_table_names}
character_set_server=utf8mb4
collation_server=utf8mb4_unicode_520_ci
default_time_zone=+00:00
transaction_isolation=READ-COMMITTED
sql_mode={sql_mode}
log_bin={home}/data/binlog
binlog_format=ROW
binlog_expire_logs_seconds=3600
max_binlog_size=64M
log_bin_trust_function_creators=1
innodb_flush_log_at_trx_commit={flush}
sync_binlog={flush}
innodb_buffer_pool_size=512M
innodb_log_file_size=256M
innodb_snapshot_isolation=OFF
max_connections=200
local_infile=0
performance_schema=OFF
"""


def account_of(home):
    """The operating system's user who runs the server of this home: MariaDB refuses to run as root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    if home.exists():
        return pwd.getpwuid(home.resolve().stat().st_uid)
    try:
        return pwd.getpwnam("mysql")
    except KeyError:
        return pwd.getpwnam("nobody")


def make_home(folder, account):
    """Make <folder>/home and its tmp, owned by the account: a link to a folder that it can reach, if need be."""
    home, elsewhere = folder / "home", Path("/var/lib") / f"emr-{short_hash(folder)}"
    if home.is_symlink() and home.readlink() != elsewhere:
        home.unlink()  # a copied checkout must not open the original's data
    if not home.exists():
        home.unlink(missing_ok=True)
        if os.getuid() == 0 and not can_reach(folder, account):
            elsewhere.mkdir(exist_ok=True)
            home.symlink_to(elsewhere)
    for own in (home, home / "tmp"):
        own.mkdir(exist_ok=True)
        own.chmod(0o700)
        if os.getuid() == 0:
            os.chown(own, account.pw_uid, account.pw_gid)


def make_socket_path(folder, account):
    """The socket's path, in a short run folder when the checkout lies too deep for the kernel."""
    path = (folder / "home").resolve() / "mariadbd.sock"
    if len(os.fsencode(path)) <= SOCKET_PATH_LIMIT:
        return str(path)
    # Root's own run folder is closed to the account that runs the server.
    base = tempfile.gettempdir() if os.getuid() == 0 else os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    run = Path(base) / f"emr-{short_hash(folder)}"
    run.mkdir(mode=0o700, exist_ok=True)
    if os.getuid() == 0:
        os.chown(run, account.pw_uid, account.pw_gid)
    elif run.stat().st_uid != os.getuid():
        raise PermissionError(f"{run} belongs to somebody else; set XDG_RUNTIME_DIR to a folder of your own.")
    return str(run / "mariadbd.sock")


def can_reach(folder, account):
    """Whether the account may pass every folder above; a checkout under /root does not let it."""
    return all(
        step.stat().st_mode & 0o001 or (step.stat().st_uid == account.pw_uid and step.stat().st_mode & 0o100)
        for step in (folder, *folder.resolve().parents)
    )


def short_hash(path):
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
