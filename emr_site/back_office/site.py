"""The site at /back-office/: those who may not enter are answered as on every other page."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.shortcuts import redirect

from emr_site.access import ask_to_sign_in, refuse


class BackOffice(AdminSite):
    site_header = site_title = "Back office"
    index_title = "Tables"
    enable_nav_sidebar = False
    empty_value_display = "Not recorded"

    def admin_view(self, view, cacheable=False):
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if self.has_permission(request):
                return inner(request, *args, **kwargs)
            return ask_to_sign_in(request) if request.user.is_anonymous else refuse(request, "back_office")

        return update_wrapper(guarded, inner)

    def login(self, request, extra_context=None):
        """There is one sign-in, with its own limits and its own entry in the audit."""
        return redirect("admin:index") if request.user.is_authenticated else redirect("accounts:sign_in")

    def logout(self, request, extra_context=None):
        return redirect("accounts:profile")

    def password_change(self, request, extra_context=None):
        return redirect("accounts:change_password")
