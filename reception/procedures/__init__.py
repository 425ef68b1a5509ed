"""The front desk's write path.

Each raises ProcedureRefused, or a DatabaseError of a rule, with a code that messages.py explains; each update of a form
raises EditConflict when the row is no longer as it was `seen`.
"""

from reception.procedures.appointments import (
    begin_visit,
    cancel_appointment,
    cancel_for_earlier,
    check_in,
    create_appointment,
    create_series,
    edit_appointment,
    enter_room,
    hold_to_come,
    move_appointment,
    set_status,
    status_before,
    undo_step,
)
from reception.procedures.insurances import (
    add_insurance,
    close_gaps,
    order_insurances,
    update_insurance,
)
from reception.procedures.people import (
    add_contact,
    add_phone,
    call_merge,
    call_undo_merge,
    delete_patient,
    register_patient,
    register_unknown,
    remove_contact,
    remove_phone,
    remove_photo,
    set_active,
    set_photo,
    take_reminders_from,
    update_contact,
    update_patient,
    update_phone,
)
from reception.procedures.refusals import (
    refuse,
)

__all__ = [
    "add_contact",
    "add_insurance",
    "add_phone",
    "begin_visit",
    "call_merge",
    "call_undo_merge",
    "cancel_appointment",
    "cancel_for_earlier",
    "check_in",
    "close_gaps",
    "create_appointment",
    "create_series",
    "delete_patient",
    "edit_appointment",
    "enter_room",
    "hold_to_come",
    "move_appointment",
    "order_insurances",
    "refuse",
    "register_patient",
    "register_unknown",
    "remove_contact",
    "remove_phone",
    "remove_photo",
    "set_active",
    "set_photo",
    "set_status",
    "status_before",
    "take_reminders_from",
    "undo_step",
    "update_contact",
    "update_insurance",
    "update_patient",
    "update_phone",
]
