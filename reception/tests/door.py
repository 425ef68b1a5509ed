"""A patient at the door, with a phone: knocks with date of birth and code, and fills in the form inside."""

from django.test import Client

DOOR = "/check-in/"
BORN = "14/8/1980"


def knock(code, born=BORN, client=None):
    return (client or Client()).post(DOOR, {"date_of_birth": born, "code": code})


def fields(page, **typed):
    """What the form holds, and what is typed into it."""
    shown = {each.name: each.value() for each in page.context["form"] if each.value() is not None}
    return shown | {"insurance_answer": "same"} | typed
