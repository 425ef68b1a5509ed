"""Where each role's work begins."""

# Of several roles the first counts: the daily work before the looking after it.
HOMES = {
    "Receptionist": "reception:board",
    "Doctor": "clinical:my_day",
    "Trainee": "clinical:my_day",
    "Locum": "clinical:my_day",
    "Nurse": "reception:board",
    "Staff": "clinical:clinical_records",
    "Report reader": "reports:index",
    "Administrator": "admin:index",
    "Patient": "reception:my_home",
}


def home_of(user):
    """The name of the page on which the user's work begins; None for someone who has no role yet."""
    roles = user.role_names.split(", ")
    return next((page for role, page in HOMES.items() if role in roles), "admin:index" if user.is_superuser else None)
