"""What the tests of notes do again and again."""

from accounts.models import User
from clinical import procedures
from clinical.models import Note
from clinical.signed_content import read_content
from clinical.tests.factories import NoteSectionFactory
from emr_site.actor import Actor, acting_as


def written(visit, **sections):
    """A note of the visit with these sections; by default one."""
    first, *others = (sections or {"subjective": "Sore throat for three days"}).items()
    note = NoteSectionFactory(note__visit=visit, section=first[0], body=first[1]).note
    for section, body in others:
        NoteSectionFactory(note=note, section=section, body=body)
    return note


def on_the_screen(note):
    """The marks of what a signature would sign now."""
    told = procedures.view_note_content(note.pk)
    return {"versions": read_content(told["content"]).versions, "content": told["sha256"]}


def sign(note, **seen):
    """Sign as whoever acts; unless `seen` says otherwise, what stands there now was on the screen."""
    return procedures.sign_note(note.pk, visit_id=note.visit_id, **(on_the_screen(note) | seen))


def as_user(user):
    return acting_as(Actor(user.pk, user.username))


def signed_by(user, note):
    """The note, signed by that person as it stands."""
    with as_user(user):
        sign(note)
    return Note.objects.get(pk=note.pk)


def name_of(user):
    return User.objects.get(pk=user.pk).get_full_name()
