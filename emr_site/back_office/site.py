"""The site at /back-office/. Its sign-in is the product's own (accounts.home_urls)."""

from django.contrib.admin import AdminSite
from django.shortcuts import redirect


class BackOffice(AdminSite):
    site_header = site_title = "Back office"
    index_title = "Tables"
    enable_nav_sidebar = False
    empty_value_display = "Not recorded"

    def logout(self, request, extra_context=None):
        """Signing out is done by the button that every page has."""
        return redirect("accounts:profile")

    def password_change(self, request, extra_context=None):
        return redirect("accounts:change_password")
