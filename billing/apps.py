from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "billing"
    verbose_name = "Billing"

    def ready(self):
        from billing.till import proposed
        from reception import till

        till.tellers.append(proposed)
