from django.contrib.admin.apps import AdminConfig


class BackOfficeConfig(AdminConfig):
    """Django's admin, with our site in place of its own."""

    default_site = "emr_site.back_office.site.BackOffice"
    verbose_name = "Back office"
