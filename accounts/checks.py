"""What must not be in a clinic's own database."""

from django.conf import settings
from django.core.checks import Error, Tags, register

SAMPLE_LOGINS = ("reception1", "doctor1", "nurse1", "patient1", "staff1", "reports1", "admin1")
SAMPLE_PASSWORD = "password123"  # noqa: S105 (README says it to everybody)


@register(Tags.database)
def no_sample_logins(databases, **kwargs):
    """In production nobody signs in with a password that everybody knows: neither the demonstration's nor adopted."""
    if not settings.PRODUCTION or "default" not in (databases or ()):
        return []
    from accounts.models import User

    known = User.objects.filter(username__in=SAMPLE_LOGINS, is_active=True)
    names = sorted(user.username for user in known if user.check_password(SAMPLE_PASSWORD))
    hint = "Give each another password, or deactivate it; or start with an empty database."
    return (
        [Error(f"Everybody knows the password of {', '.join(names)}.", hint=hint, id="accounts.E001")] if names else []
    )
