from django.apps import AppConfig


class ClinicalConfig(AppConfig):
    name = "clinical"
    verbose_name = "Clinical care"

    def ready(self):
        from clinical import checks  # noqa: F401 (registers itself)
