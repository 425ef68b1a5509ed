"""The four connections of the product, each signed in as the account that may do what it is for."""

from emr_site import private_server
from emr_site.private_server_files import SQL_MODE

# Said on every connection, because a server's own defaults differ and a report must not; nor may a list of a person's
# rights be cut short.
INIT_COMMAND = (
    f"SET sql_mode='{SQL_MODE}', time_zone='+00:00', collation_connection='utf8mb4_unicode_520_ci',"
    " group_concat_max_len=1048576"
)


def connections(env):
    """DATABASES for the environment: the servers it names, or else the private one of this checkout.

    default  the pages' account        owner    migrations, deploys and checks
    reports  may only read the views   denials  the pages' account again, outside of their transaction
    """
    if env("DATABASE_URL"):
        pages = env.db("DATABASE_URL")
        owner = env.db("OWNER_DATABASE_URL") if env("OWNER_DATABASE_URL") else pages
        reports = env.db("REPORTS_DATABASE_URL") if env("REPORTS_DATABASE_URL") else pages | {"USER": "emr_reports"}
    else:
        pages, owner, reports = (private_connection(env, account) for account in ("app", "owner", "reports"))
    return {
        "default": connection(pages),
        "owner": connection(owner),
        "reports": connection(reports),
        "denials": connection(pages),
    }


def private_connection(env, account):
    server = private_server.chosen()
    return {
        "NAME": env("EMR_DATABASE"),
        "USER": f"emr_{account}",
        "PASSWORD": private_server.passwords()[account],
        # A path even before the first start: an empty one would mean the machine's own server.
        "HOST": server.socket or str(server.folder / "not-started"),
    }


def connection(address):
    """A Django database of one address (name, user, password, host, port, options)."""
    options = dict(address.get("OPTIONS", {}))
    return {
        "ENGINE": "django.db.backends.mysql",
        **{key: address.get(key, "") for key in ("NAME", "USER", "PASSWORD", "PORT")},
        "HOST": options.pop("unix_socket", "") or address.get("HOST", ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **options,
            "charset": "utf8mb4",
            "collation": "utf8mb4_unicode_520_ci",
            "isolation_level": "read committed",
            "init_command": INIT_COMMAND,
        },
        "TEST": {"CHARSET": "utf8mb4", "COLLATION": "utf8mb4_unicode_520_ci"},
    }
