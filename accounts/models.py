"""Who signs in. Roles are groups; what a role may do is the table in roles.py."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, Permission, PermissionsMixin
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property


class RoleNames(models.Aggregate):
    """The names of a user's roles as one text, in alphabetical order."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s ORDER BY %(expressions)s SEPARATOR ', ')"


class UserQuerySet(models.QuerySet):
    def with_role_names(self):
        """Fetch the roles with the user: every request needs both."""
        return self.annotate(role_names=Coalesce(RoleNames("groups__name"), models.Value("")))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, username, password=None, **fields):
        """Store a user; without a password the account cannot be signed in to."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username, password=None, **fields):
        return self.create_user(username, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username):
        return self.get(username=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person, or a program, that signs in; a row of Users."""

    id = models.BigAutoField(primary_key=True, db_column="user_id")
    username = models.CharField(max_length=150, unique=True)
    password = models.CharField(max_length=255)
    given_name = models.CharField(max_length=100, blank=True, default="")
    family_name = models.CharField(max_length=100, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(
        "active", default=True, help_text="Untick instead of deleting: the person's history stays readable."
    )
    is_staff = models.BooleanField("may open the back office", default=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    groups = models.ManyToManyField(Group, verbose_name="roles", blank=True, db_table="Users_Group")
    user_permissions = models.ManyToManyField(
        Permission, verbose_name="further rights", blank=True, db_table="Users_Permission"
    )

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = []

    class Meta:
        managed = False
        db_table = "Users"
        ordering = ["username"]
        permissions = [("enter_staff_pages", "Can enter the pages of those who work here")]

    def __str__(self):
        return self.get_full_name() or self.username

    def get_full_name(self):
        return f"{self.given_name} {self.family_name}".strip()

    def get_short_name(self):
        return self.given_name or self.username

    @cached_property
    def permissions(self):
        """Every right as "room.codename"."""
        return frozenset(self.get_all_permissions())

    def has_perm(self, perm, obj=None):
        """As Django's, without asking every backend anew: a page asks dozens of times."""
        if obj is not None or not self.is_active:
            return super().has_perm(perm, obj)
        return self.is_superuser or perm in self.permissions

    @cached_property
    def is_colleague(self):
        """Whether this person works here; everybody else sees only what is their own."""
        return self.is_active and self.has_perm("accounts.enter_staff_pages")

    @cached_property
    def role_names(self):
        """The person's roles in words, in alphabetical order; the sign-in fetches them with the user."""
        return ", ".join(self.groups.order_by("name").values_list("name", flat=True))
