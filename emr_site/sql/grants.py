"""The rights of the two serving accounts, table by table, equal to sql/<room>/grants/<account>.sql.

One name is one account: rights at another host of the same name are too many, whatever they are.
"""

import re

from django.conf import settings
from django.db import DatabaseError, connections

from emr_site.sql.files import ROOMS, accounts
from emr_site.sql.rights import held_by, rights_in

ALIASES = {"app": "default", "reports": "reports"}
LINE = re.compile(r"GRANT (?P<rights>[A-Z, ]+) ON (?P<kind>PROCEDURE |FUNCTION )?(?P<name>\w+) TO (?P<account>\w+)")


class AccountMissing(Exception):
    """A serving account is not there and could not be made; carries the statement to run."""


def serving_accounts():
    """Those whose rights are dealt out here: one that is the owner as well, in development, keeps what it has."""
    names = accounts()
    return [account for account in ALIASES if names[account] != names["owner"]]


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


def differences(cursor, account, schema):
    """(to grant, to revoke): {(kind, name): rights}, and what is held too much as [(who, Held, rights)].

    Names are compared as the server compares them. What the account may do in other databases is not looked at.
    """
    missing, too_many = dict(wanted_grants(account)), []
    keys = {(kind, name.lower()): (kind, name) for kind, name in missing}
    main, *others = grantees(cursor, account, schema)
    for held in held_of(cursor, main, schema):
        key = keys.get((held.kind, held.name.lower())) if held.is_of(schema) else None
        wanted = missing.pop(key, frozenset())
        if wanted - held.rights:
            missing[key] = wanted - held.rights
        if held.rights - wanted:
            too_many.append((main, held, held.rights - wanted))
    for who in others:
        too_many += [(who, held, held.rights) for held in held_of(cursor, who, schema)]
    return missing, too_many


def held_of(cursor, who, schema):
    return [held for held in held_by(cursor, who) if held.concerns(schema)]


def drift(cursor, schema):
    """(state, kind, name) of each right that is not as the files say."""
    for account in serving_accounts():
        missing, too_many = differences(cursor, account, schema)
        for (kind, name), rights in missing.items():
            yield "missing", "grant", f"{account}: {listed(rights)} ON {kind} {name}".replace("  ", " ")
        for who, held, rights in too_many:
            yield (
                "extra",
                "grant",
                f"{account}: {listed(rights)} ON {held.kind} {held.place} TO {who}".replace("  ", " "),
            )


def deploy_grants(connection):
    """Grant and revoke what differs in this database; return a line for each statement.

    What an account may do beyond it, by a right on all databases or by a role, sqlcheck names.
    """
    schema, done = connection.settings_dict["NAME"], []
    with connection.cursor() as cursor:
        for account in serving_accounts():
            ensure_account(cursor, account)
            missing, too_many = differences(cursor, account, schema)
            done += revocations(too_many, schema)
            main = grantees(cursor, account, schema)[0]
            for (kind, name), rights in missing.items():
                done.append(f"GRANT {listed(rights)} ON {kind} `{schema}`.`{name}` TO {main}")
        for statement in done:
            cursor.execute(statement)
    return done


def revoke_grants(cursor, schema):
    """Take every right on one database from the serving accounts; rights outlive the database they were given for."""
    for account in serving_accounts():
        for who in grantees(cursor, account, schema):
            held = [(who, each, each.rights) for each in held_of(cursor, who, schema)]
            for statement in revocations(held, schema):
                cursor.execute(statement)


def revocations(too_many, schema):
    for who, held, rights in too_many:
        if held.is_of(schema):
            yield f"REVOKE {listed(rights)} ON {held.kind} {held.place} FROM {who}"


def listed(rights):
    return ", ".join(sorted(rights))


def grantees(cursor, account, schema):
    """The accounts of that name, as in 'emr_app'@'localhost'; first the one with most rights, which the files mean."""
    name = accounts()[account]
    cursor.execute("SELECT host FROM mysql.user WHERE user = %s ORDER BY host DESC", [name])
    found = [f"'{name}'@'{host}'" for (host,) in cursor.fetchall()]
    return sorted(found, key=lambda who: len(held_of(cursor, who, schema)), reverse=True) if found[1:] else found


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
