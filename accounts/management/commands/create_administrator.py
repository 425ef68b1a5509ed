"""Makes the first sign-in of a new installation."""

import os
from getpass import getpass

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from emr_site.actor import acting_as, system_actor

PASSWORD = "ADMINISTRATOR_PASSWORD"  # noqa: S105 - the name of a variable


class Command(BaseCommand):
    help = (
        "Create a user with the role Administrator. The password is asked for, or read from the environment"
        f" variable {PASSWORD}; it is never an argument, which other people of the machine could read."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--given-name", default="")
        parser.add_argument("--family-name", default="")
        parser.add_argument("--email", default="")

    def handle(self, *args, username, given_name, family_name, email, **options):
        user = User(username=username, given_name=given_name, family_name=family_name, email=email, is_staff=True)
        password = os.environ.get(PASSWORD) or asked_for()
        try:
            user.set_password(password)
            user.full_clean()
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        with acting_as(system_actor("create_administrator")), transaction.atomic():
            user.save()
            user.groups.add(Group.objects.get(name="Administrator"))
        self.stdout.write(f"{username} may now sign in as an administrator.")


def asked_for():
    password = getpass("Password: ")
    if password != getpass("Password again: "):
        raise CommandError("The two passwords differ. Nothing was created.")
    return password
