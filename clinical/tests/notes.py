"""What the tests of notes do again and again."""

from accounts.models import User
from clinical import procedures
from clinical.models import Note
from clinical.notes import parts_of, versions_of
from clinical.tests.factories import NoteSectionFactory
from emr_site.actor import Actor, acting_as


def written(visit, **sections):
    """A note of the visit with these sections; by default one."""
    first, *others = (sections or {"subjective": "Sore throat for three days"}).items()
    note = NoteSectionFactory(note__visit=visit, section=first[0], body=first[1]).note
    for section, body in others:
        NoteSectionFactory(note=note, section=section, body=body)
    return note


def signed_by(user, note, *, alone=True):
    """The note, signed by that person as it stands."""
    with acting_as(Actor(user.pk, user.username)):
        procedures.sign_note(note.pk, versions=versions_of(parts_of(note)), alone=alone)
    return Note.objects.get(pk=note.pk)


def name_of(user):
    return User.objects.get(pk=user.pk).get_full_name()
