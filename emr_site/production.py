"""What production refuses to start with."""

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET_KEY = 50
ENVIRONMENTS = ("development", "production")


def is_production(environment):
    """Whether DJANGO_ENV says so; a word that is neither must not run a clinic as a developer's machine."""
    if environment not in ENVIRONMENTS:
        raise ImproperlyConfigured(f"DJANGO_ENV is “{environment}”: set it to development or production.")
    return environment == "production"


def refuse_shared_accounts(databases):
    """Raise ImproperlyConfigured where the pages would have the owner's rights, or the reports more than their own."""
    users = [databases[alias]["USER"] for alias in ("default", "owner", "reports")]
    if len(set(users)) < len(users):
        raise ImproperlyConfigured(
            "Production needs three database accounts: the pages' in DATABASE_URL, the owner's in OWNER_DATABASE_URL,"
            " the reports' in REPORTS_DATABASE_URL."
        )


def refuse_unsafe_production(*, debug, secret_key, default_key):
    """Raise ImproperlyConfigured, in a sentence, where a setting would lay patients' data open."""
    if debug:
        raise ImproperlyConfigured("Production does not start with DEBUG on: unset DEBUG or set it to False.")
    if secret_key == default_key or secret_key.startswith("django-insecure-"):
        raise ImproperlyConfigured("Production needs a SECRET_KEY of its own: set one that nobody else has seen.")
    if len(secret_key) < SHORTEST_SECRET_KEY or len(set(secret_key)) < 5:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too simple for production: give it {SHORTEST_SECRET_KEY} random characters."
        )
