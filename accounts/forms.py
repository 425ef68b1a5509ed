"""What people type about themselves and their way in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, UsernameField

from accounts.models import User


class SignInForm(AuthenticationForm):
    username = UsernameField(
        label="User name",
        max_length=150,
        error_messages={"required": "Enter your user name."},
        widget=forms.TextInput(attrs={"autofocus": True, "autocapitalize": "none", "autocomplete": "username"}),
    )
    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": "The user name or the password is not right. Check both and try again.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].error_messages["required"] = "Enter your password."


class ChangePasswordForm(PasswordChangeForm):
    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "This is not your present password. Enter it again.",
        "password_mismatch": "The two new passwords differ. Enter the same one twice.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {
            "old_password": "Present password",
            "new_password1": "New password",
            "new_password2": "New password again",
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = f"Enter the {label.lower()}."
        advice = "At least 12 characters; three or four words make a good one. It signs you out everywhere else."
        self.fields["new_password1"].help_text = advice
        self.fields["new_password2"].help_text = ""


class ProfileForm(forms.ModelForm):
    """One's own name and e-mail; roles and records are given by an administrator, and the names of those who work here:
    they stand under what is signed."""

    class Meta:
        model = User
        fields = ("given_name", "family_name", "email")
        labels = {"email": "E-mail"}
        widgets = {
            "given_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "family_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "email": {"invalid": "Enter the e-mail address in full, as in name@example.org, or leave it empty."}
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.is_colleague:
            del self.fields["given_name"], self.fields["family_name"]
