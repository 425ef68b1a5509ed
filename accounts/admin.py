"""The back office's pages of users and roles."""

from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple

from accounts.models import User

admin.site.unregister(Group)


class AddUserForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("username", "given_name", "family_name", "email", "groups", "is_staff")


class ChangeUserForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    """Users are deactivated, never deleted, and only a superuser gives rights beyond a role's."""

    form = ChangeUserForm
    add_form = AddUserForm
    list_display = ("username", "family_name", "given_name", "roles", "is_active", "is_staff", "last_login")
    list_filter = ("groups", "is_active", "is_staff")
    search_fields = ("username__istartswith", "family_name__istartswith", "given_name__istartswith")
    search_help_text = "The beginning of a user name, a family name or a given name"
    ordering = ("username",)
    list_per_page = 50
    show_full_result_count = False
    filter_horizontal = ("user_permissions",)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password", "is_active")}),
        ("Person", {"fields": ("given_name", "family_name", "email")}),
        ("What the person may do", {"fields": ("groups", "is_staff", "user_permissions", "is_superuser")}),
        ("History", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Person", {"fields": ("given_name", "family_name", "email")}),
        ("What the person may do", {"fields": ("groups", "is_staff")}),
    )

    @admin.display(description="roles")
    def roles(self, user):
        return user.role_names or "None"

    def get_queryset(self, request):
        return super().get_queryset(request).with_role_names()

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        # Nobody lifts themselves, or a friend, above what an administrator may do.
        beyond = () if request.user.is_superuser else ("is_superuser", "user_permissions")
        return (*super().get_readonly_fields(request, obj), *beyond)

    def has_change_permission(self, request, obj=None):
        out_of_reach = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not out_of_reach and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Group)
class GroupAdmin(admin.ModelAdmin):
    """What each role may do, to read: the table in accounts/roles.py decides it."""

    list_display = ("name",)
    fields = ("name", "permissions")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
