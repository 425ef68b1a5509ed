"""What the database refuses, said in the form that was sent, with what was typed still in it."""

from django.db import DatabaseError, OperationalError, transaction

from emr_site.db import ProcedureRefused, refusal_code

TRIES = 3
DEADLOCK = 1213
# What any form may meet.
OF_EVERY_FORM = {
    "patient_is_merged": (
        None,
        "This record was merged into another meanwhile, and nothing is saved. Look for the patient again, and enter it"
        " there if it is still right.",
    ),
    "sent_with_other_contents": (
        None,
        "You have sent this form before with other contents, and those are saved. What stands here now is not saved:"
        " look at the list first, then send it again if you want both.",
    ),
}
# Said at the field of that column, or of the whole form where it has none: a column is seldom met before its limits.
TOO_LARGE = {
    "out_of_range": "This number is larger than any that can be. Check it: {}.",
    "too_long": "This text is longer than can be kept. Shorten it: {}.",
}


def went_through(form, write, sentences):
    """Whether a valid form was written: runs `write()` in a transaction of its own.

    A refusal becomes an error of the form, by the room's {code: (field, fields or None, sentence)}, and nothing is
    written. What is no refusal, or has no sentence, is raised.
    """
    if not form.is_valid():
        return False
    refusal = refusal_of(write, sentences)
    if refusal:
        form.add_error(*at_field(form, refusal))
    return not refusal


def at_field(form, refusal):
    """Where to say a refusal: its field, or the first of several that the form has, or the whole form."""
    fields, sentence = refusal
    named = fields if isinstance(fields, tuple) else (fields,)
    return next((field for field in named if field in form.fields), None), sentence


def refusal_of(write, sentences):
    """What refused `write()`, run in a transaction of its own, as sentence_for() says it; None: it was written."""
    try:
        in_a_transaction(write)
    except (ProcedureRefused, DatabaseError) as error:
        return sentence_for(error, sentences)
    return None


def in_a_transaction(write):
    """Run `write()` in a transaction of its own; once more, twice at most, when the server gave it up for another's.

    Two who hold what the other waits for cannot both go on; the one given up has written nothing, and can begin anew.
    """
    for nth in range(TRIES):
        try:
            with transaction.atomic():
                return write()
        except OperationalError as error:
            if error.args[0] != DEADLOCK or nth == TRIES - 1 or transaction.get_connection().in_atomic_block:
                raise


def code_of_refusal(write, sentences):
    """The code with which `write()`, run in a transaction of its own, was refused; None: it was written."""
    try:
        in_a_transaction(write)
    except (ProcedureRefused, DatabaseError) as error:
        sentence_for(error, sentences)
        return refusal_code(error)
    return None


def sentence_for(error, sentences):
    """(field, fields or None, sentence) of a refusal; raises the error where it is none that the room knows."""
    code = refusal_code(error)
    known = sentences.get(code) or OF_EVERY_FORM.get(code) or too_large(code or "")
    if known is None:
        raise error
    return known


def too_large(code):
    """(field, sentence) for what does not fit its column, which the column's name tells well enough; else None."""
    kind, _, column = code.partition(" ")
    return (column, TOO_LARGE[kind].format(column.replace("_", " "))) if kind in TOO_LARGE else None
