"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class ClinicArgon2Hasher(Argon2PasswordHasher):
    """argon2id, 2 passes over 46 MiB in one lane: within OWASP's text at half of Django's cost.

    A sign-in costs about 100 ms of one core and 46 MiB, so that a busy morning does not starve the pages.
    """

    time_cost = 2
    memory_cost = 46 * 1024  # KiB
    parallelism = 1
