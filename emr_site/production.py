"""What production refuses to start with."""

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET_KEY = 50


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
