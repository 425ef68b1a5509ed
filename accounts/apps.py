from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Accounts and roles"

    def ready(self):
        from accounts import checks  # noqa: F401 (registers itself)
        from accounts.groups import make_groups_equal

        post_migrate.connect(make_groups_equal, sender=self, dispatch_uid="accounts.groups")
