"""What the database refuses, said in the form that was sent, with what was typed still in it."""

from django.db import DatabaseError, transaction

from emr_site.db import ProcedureRefused, refusal_code


def went_through(form, write, sentences):
    """Whether a valid form was written: runs `write()` in a transaction of its own.

    A refusal becomes an error of the form, by the room's {code: (field or None, sentence)}, and nothing is written.
    What is no refusal, or has no sentence, is raised.
    """
    if not form.is_valid():
        return False
    refusal = refusal_of(write, sentences)
    if refusal:
        field, sentence = refusal
        form.add_error(field if field in form.fields else None, sentence)
    return not refusal


def refusal_of(write, sentences):
    """(field or None, sentence) of what refused `write()`, run in a transaction of its own; None: it was written."""
    try:
        with transaction.atomic():
            write()
    except (ProcedureRefused, DatabaseError) as error:
        return sentence_for(error, sentences)
    return None


def sentence_for(error, sentences):
    """(field or None, sentence) of a refusal; raises the error where it is none that the room knows."""
    code = refusal_code(error)
    if code not in sentences:
        raise error
    return sentences[code]
