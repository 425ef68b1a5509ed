"""The rules that keep rows from records that were merged: generated for every table whose rows are of a patient."""

from django.conf import settings

from emr_site.sql.audit_triggers import NOUNS
from emr_site.sql.files import SqlObject, domain_tables, rendered

# They speak of two records, and of what became of them.
OF_TWO_PATIENTS = {"PatientMerge", "PossibleDuplicate"}
# One that nobody has come to yet can be booked for somebody else.
MAY_CHANGE_PATIENT = {"Appointment"}


def merge_triggers(cursor):
    """The two triggers of every table that has a patient's key, as objects to deploy.

    They stand behind the rules of the table: a rule that locks the patient's row for a change must come first, or two
    who have both read it would wait for each other.
    """
    of_patients = tables_of_patients(cursor)
    for table, room in domain_tables().items():
        if table.lower() in of_patients and table not in OF_TWO_PATIENTS:
            change = "refuse_change" if table in MAY_CHANGE_PATIENT else "refuse_update"
            for template, name in (("refuse_insert", "MergedInsert"), (change, "MergedUpdate")):
                yield trigger(template, name, table, room)


def tables_of_patients(cursor):
    """In small letters: not every server keeps capitals."""
    cursor.execute(
        "SELECT DISTINCT table_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
        " AND column_name = 'patient_id' AND referenced_table_name IS NOT NULL"
    )
    return {name.lower() for (name,) in cursor.fetchall()}


def trigger(template, name, table, room):
    noun = NOUNS.get(table, table.replace("_", ""))
    text = (settings.SQL_DIR / "reception" / "templates" / f"{template}.sql").read_text().rstrip()
    text = text.replace("{table}", table).replace("{noun}", noun)
    return SqlObject(room, "trigger", name + noun, rendered(text), table)
