"""The rights of the two serving accounts, table by table, equal to sql/<room>/grants/<account>.sql."""

import re

from django.conf import settings
from django.db import DatabaseError, connections

from emr_site.sql.files import ROOMS, accounts

ALIASES = {"app": "default", "reports": "reports"}
LINE = re.compile(r"GRANT (?P<rights>[A-Z, ]+) ON (?P<kind>PROCEDURE |FUNCTION )?(?P<name>\w+) TO (?P<account>\w+)")
SHOWN = re.compile(
    r"GRANT (?P<rights>[A-Z, ]+) ON (?P<kind>PROCEDURE |FUNCTION |TABLE )?"
    r"[`\"](?P<schema>[^`\"]+)[`\"]\.[`\"]?(?P<name>\w+|\*)[`\"]?"
)


class AccountMissing(Exception):
    """A serving account is not there and could not be made; carries the statement to run."""


def wanted_grants(account):
    """{(kind, name): rights} as the files say."""
    wanted = {}
    for room in ROOMS:
        path = settings.SQL_DIR / room / "grants" / f"{account}.sql"
        lines = path.read_text().splitlines() if path.exists() else []
        for line in (line for line in lines if line.strip() and not line.startswith("--")):
            match = LINE.fullmatch(line.strip())
            if not match or match["account"] != account:
                raise ValueError(f"{path.name} of {room}: cannot read “{line}”")
            wanted[(match["kind"] or "").strip(), match["name"]] = rights_in(match["rights"])
    return wanted


def live_grants(cursor, account, schema):
    """{(kind, name): rights} as the server says, for one database."""
    cursor.execute(f"SHOW GRANTS FOR {grantee(cursor, account)}")
    live = {}
    for (line,) in cursor.fetchall():
        match = SHOWN.match(line)
        if match and match["schema"].replace("\\", "") == schema:
            kind = (match["kind"] or "").replace("TABLE", "").strip()
            live[kind, match["name"]] = rights_in(match["rights"])
    return live


def rights_in(text):
    return frozenset(right.strip() for right in text.split(","))


def differences(cursor, account, schema):
    """(to grant, to revoke), each {(kind, name): rights}; names compared as the server compares them."""
    wanted, live = wanted_grants(account), live_grants(cursor, account, schema)
    shown = {(kind, name.lower()): (kind, name) for kind, name in live}
    to_grant, to_revoke = {}, dict(live)
    for (kind, name), rights in wanted.items():
        held = to_revoke.pop(shown.get((kind, name.lower())), frozenset())
        if rights - held:
            to_grant[kind, name] = rights - held
        if held - rights:
            to_revoke[kind, name] = held - rights
    return to_grant, to_revoke


def deploy_grants(connection):
    """Grant and revoke what differs; return a line for each statement."""
    schema, done = connection.settings_dict["NAME"], []
    with connection.cursor() as cursor:
        for account in ALIASES:
            ensure_account(cursor, account)
            who = grantee(cursor, account)
            to_grant, to_revoke = differences(cursor, account, schema)
            for (kind, name), rights in to_revoke.items():
                done.append(f"REVOKE {', '.join(sorted(rights))} ON {kind} `{schema}`.{quoted(name)} FROM {who}")
            for (kind, name), rights in to_grant.items():
                done.append(f"GRANT {', '.join(sorted(rights))} ON {kind} `{schema}`.{quoted(name)} TO {who}")
        for statement in done:
            cursor.execute(statement)
    return done


def quoted(name):
    return name if name == "*" else f"`{name}`"


def grantee(cursor, account):
    """The account as the server names it: 'emr_app'@'localhost'."""
    cursor.execute("SELECT host FROM mysql.user WHERE user = %s ORDER BY host DESC", [accounts()[account]])
    found = cursor.fetchone()
    return f"'{accounts()[account]}'@'{found[0] if found else '%'}'"


def ensure_account(cursor, account):
    """Make the account with the password that this installation's settings name, where the owner may."""
    name = accounts()[account]
    cursor.execute("SELECT COUNT(*) FROM mysql.user WHERE user = %s", [name])
    if cursor.fetchone()[0]:
        return
    try:
        cursor.execute(
            "CREATE USER %s@'%%' IDENTIFIED BY %s",
            [name, connections[ALIASES[account]].settings_dict["PASSWORD"]],
        )
    except DatabaseError as error:
        raise AccountMissing(
            f"The account {name} is missing. As an administrator: CREATE USER '{name}'@'%' IDENTIFIED BY '<password>'"
        ) from error
