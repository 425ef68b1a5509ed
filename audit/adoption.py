"""How the first system's audit entries move in: what they said is kept as it was written."""

import json
from datetime import UTC, datetime

from emr_site.adoption.source import plain
from emr_site.adoption.tables import AdoptedTable, register

ACTIONS = {"INSERT": "C", "UPDATE": "U", "DELETE": "D"}


def entry(row):
    """An old entry knew neither who nor when; it is signed as what it is, at the time of its adoption."""
    operation = row.choice("operationtype", among=tuple(ACTIONS))
    old, new = row.text("oldvalue"), row.text("newvalue")
    table, record_id = row.text("tablename", limit=64), row.integer("recordid")
    return {
        "audit_id": None,
        "occurred_at": datetime.now(UTC).replace(tzinfo=None),
        "event": "adopted",
        "action": ACTIONS.get(operation, "E"),
        "outcome": "0",
        "operation_type": operation,
        "table_name": table,
        "record_id": record_id,
        "patient_id": record_id if table and plain(table) == "patient" else None,
        "old_value": as_written(old),
        "new_value": as_written(new),
        "user_name": "first system",
        "database_account": "adopt",
    }


def as_written(values):
    """The old values were one text; the log holds values by name."""
    return values and json.dumps({"as_written": values}, ensure_ascii=False)


register(AdoptedTable("auditlog", "Audit_Log", "audit_id", entry, order=90, generation="B", renumbered=True))
