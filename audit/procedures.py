"""The pages' only ways to write the logs."""

import json

from emr_site import db


def record_look(*, patient_id, part):
    """Note that the current actor looks at this part of this patient's record."""
    db.call("RecordLook", patient_id=patient_id, part=part)


def record_looks(patient_ids, *, part):
    """Note that the current actor looks at this part of each of these patients' records, as a list shows them."""
    if patient_ids:
        db.call("RecordLooks", patient_ids=json.dumps(sorted(set(patient_ids))), part=part)


def record_event(
    event, *, action="E", outcome="0", user_name=None, address=None, patient_id=None, detail=None, using="default"
):
    """Note what is no change of a row.

    action and outcome are codes of FHIR's AuditEvent; detail is a dict that holds no secret.
    """
    db.call(
        "RecordEvent",
        using=using,
        event=event,
        action=action,
        outcome=outcome,
        user_name=user_name,
        address=address,
        patient_id=patient_id,
        detail=None if detail is None else json.dumps(detail, ensure_ascii=False),
    )
