from django.apps import AppConfig


class EmrSiteConfig(AppConfig):
    name = "emr_site"
    verbose_name = "What came from elsewhere"

    def ready(self):
        from emr_site import checks  # noqa: F401 (registers itself)
        from emr_site.sentences import say_it_our_way

        say_it_our_way()
