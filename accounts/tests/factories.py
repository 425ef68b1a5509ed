"""People who sign in."""

import factory
from django.contrib.auth.models import Group

from accounts.models import User
from emr_site.tests.factories import RowFactory, signed


class UserFactory(RowFactory):
    """UserFactory(role="Nurse", password="…"); without a password nobody can sign in, which costs no hashing."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    given_name = "Uma"
    family_name = factory.Sequence(lambda n: f"User{n}")

    @classmethod
    def _create(cls, model_class, *args, password=None, **kwargs):
        user = model_class(*args, **kwargs)
        user.set_password(password)
        return super()._create(model_class, *args, password=user.password, **kwargs)

    @factory.post_generation
    def role(self, create, name, **kwargs):
        """The role by its name in accounts.roles; none: the user sees nothing."""
        if name:
            with signed():
                self.groups.add(Group.objects.get(name=name))
