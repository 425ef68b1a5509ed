"""The waiting list as the tests drive it: the worker's round, and what it has offered."""

from emr_site.tests.factories import signed
from reception import waiting_list
from reception.models import SlotOffer


def fill():
    with signed():
        return waiting_list.fill()


def offered(slot=None):
    return SlotOffer.objects.open().get(**({"freed_slot": slot} if slot else {}))
