"""Saying no with a code that messages.py explains."""

from emr_site import db


def refuse(code):
    raise db.ProcedureRefused(code)
