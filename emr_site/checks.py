"""What the database's server must do for the rules to hold; `migrate` and `check --database` ask."""

from django.core.checks import Error, Tags, register
from django.db import connections


@register(Tags.database)
def foreign_keys_hold(databases, **kwargs):
    """MySQL 9.6 and later do not look a reference up where the rest of its index is empty, unless InnoDB does it.

    Seen on 9.7: with an index (visit_id, date), a row without a date is let in for a visit that does not exist.
    """
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SHOW GLOBAL VARIABLES LIKE 'innodb_native_foreign_keys'")
            if cursor.fetchone() not in (None, ("innodb_native_foreign_keys", "ON")):
                return [
                    Error(
                        "This server lets rows refer to what does not exist.",
                        hint="Start MySQL with innodb_native_foreign_keys=ON.",
                        id="emr_site.E001",
                    )
                ]
    return []
