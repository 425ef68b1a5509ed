from django.apps import AppConfig


class EmrSiteConfig(AppConfig):
    name = "emr_site"
    verbose_name = "What came from elsewhere"
