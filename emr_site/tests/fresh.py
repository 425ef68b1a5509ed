"""The checks that want a freshly migrated database: python -m emr_site.tests.fresh"""

import os
import sys

import django


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emr_site.settings")
    django.setup()
    from django.conf import settings
    from django.core.management import CommandError, call_command
    from django.core.management.base import SystemCheckError

    from emr_site.tests import database

    name = f"test_{settings.DATABASES['owner']['NAME']}_fresh"
    database.build(name)
    try:
        call_command("check", databases=["default"], fail_level="WARNING")
        call_command("makemigrations", check_changes=True, dry_run=True)
        call_command("sqlcheck")
    except (CommandError, SystemCheckError) as trouble:
        sys.exit(str(trouble))
    finally:
        database.drop(name)


if __name__ == "__main__":
    main()
