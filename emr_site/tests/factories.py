"""What the factories of every room have in common."""

from contextlib import nullcontext

from factory.django import DjangoModelFactory

from emr_site.actor import NOBODY, acting_as, current_actor, system_actor

FACTORY = system_actor("factory")


def signed():
    """Act as whoever acts already, or else as the factory: the database takes no row from nobody."""
    return nullcontext() if current_actor() != NOBODY else acting_as(FACTORY)


class RowFactory(DjangoModelFactory):
    """Makes rows as the database keeps them: its defaults and generated columns are read back."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with signed():
            row = super()._create(model_class, *args, **kwargs)
        row.refresh_from_db()
        return row
