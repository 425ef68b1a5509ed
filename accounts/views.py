"""Sign-in, sign-out and what belongs to one's own account."""

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView, redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy

from accounts.forms import ChangePasswordForm, ProfileForm, SignInForm
from accounts.homes import home_of
from accounts.lockout import address_closed, is_closed
from emr_site.access import refuse, sign_in_required


class SignIn(LoginView):
    """Asks for name and password; comes back to the page that was asked for, if it is one of ours."""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        return address_closed(request) if is_closed(request) else super().post(request, *args, **kwargs)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class SignOut(LogoutView):
    """Ends the session; by POST only, so that no link can."""

    def post(self, request, *args, **kwargs):
        response = super().post(request, *args, **kwargs)
        messages.success(request, "You have signed out.")
        return response


class ChangePassword(PasswordChangeView):
    """A new password ends every other session of the user."""

    template_name = "accounts/change_password.html"
    form_class = ChangePasswordForm
    success_url = reverse_lazy("accounts:profile")

    def get_context_data(self, **kwargs):
        return super().get_context_data(base=base_of(self.request.user), place="profile", **kwargs)

    def form_valid(self, form):
        messages.success(self.request, "Your password is changed. Everywhere else you are signed out.")
        return super().form_valid(form)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


@sign_in_required
def profile(request):
    """One's own names, e-mail, roles and record."""
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Your profile is saved.")
        return redirect("accounts:profile")
    records = {noun: record_of(request.user, noun) for noun in ("patient", "provider")}
    context = {"form": form, "base": base_of(request.user), "place": "profile", **records}
    return render(request, "accounts/profile.html", context, status=422 if form.errors else 200)


@sign_in_required
def home(request):
    """The page on which the work of the user's role begins."""
    page = home_of(request.user)
    return redirect(page) if page else render(request, "accounts/no_role.html")


def back_office_sign_in(request):
    """The back office sends here whom it does not let in; its own sign-in would be a second one to guard."""
    if request.user.is_staff:
        return redirect("admin:index")
    if request.user.is_authenticated:
        return refuse(request, "is_staff")
    return redirect_to_login(request.GET.get("next", reverse("admin:index")))


def record_of(user, noun):
    """The user's one row of a room above this one, as that room named it; None where there is none."""
    try:
        return getattr(user, noun)
    except ObjectDoesNotExist:
        return None


def base_of(user):
    """The frame around a page: that of those who work here, or the patients' own."""
    return "base.html" if user.is_colleague else "portal_base.html"
