"""The audit triggers: generated from the live columns, so that no column is ever forgotten."""

from django.conf import settings

from emr_site.sql.files import SqlObject, domain_tables, rendered

# They hold no facts of the practice: keys, locks, records of deploys, and the logs themselves.
TECHNICAL = {
    "Audit_Log",
    "Look",
    "Submission",
    "Sql_Object",
    "MrnSequence",
    "ProviderDay",
    "ExternalIdentifier",
    "AppointmentEvent",
    "MergedRow",
    "MergedValue",
    "WrongCode",
}
TECHNICAL |= {"Adoption_Finding"}
# The words of names that stand, and are recorded, elsewhere.
TECHNICAL |= {"NameWord", "NameSound"}
# A publisher's list, kept whole by a command.
TECHNICAL |= {"Icd10Code", "Icd10Word"}
NOUNS = {"ClinicalCare": "ClinicalRecord"}
# That it is there, or has changed, is recorded; what it is is not. A message keeps its words itself: they never change.
HIDDEN = {("Users", "password"), ("Message", "body"), ("CheckInCode", "code")}
# What follows from what is recorded elsewhere: a sign-in, a visit, a signature.
IGNORED = {("Users", "last_login"), ("Patient", "last_seen_on"), ("Note", "waits_for")}
COLUMNS = (
    "event, action, operation_type, table_name, record_id, old_value, new_value, patient_id, occurred_at, user_id,"
    " user_name, role, database_account, connection_id, address, request_id, purpose_of_use"
)
WHO = (
    "UtcNow(), @emr_user_id, COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)), @emr_role, USER(),"
    " CONNECTION_ID(), @emr_address, @emr_request_id, @emr_purpose_of_use"
)
# The pages' account writes for a known person, and by every rule: a session could switch the rules of keys and checks
# off for itself. While a merge moves rows, its procedure has done so.
REFUSE_SESSION = """IF SUBSTRING_INDEX(USER(), '@', 1) = '{app_account}' THEN
        IF @emr_user_name IS NULL THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'actor_required';
        END IF;
        IF NOT ({checks_are_on}) AND NOT EXISTS (SELECT 1 FROM PatientMerge WHERE state = 'moving') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'checks_are_off';
        END IF;
    END IF;"""
CHECKS_ARE_ON = "@@foreign_key_checks AND @@unique_checks"
BLOBS = {"tinyblob", "blob", "mediumblob", "longblob", "binary", "varbinary"}
TEXTS = {"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json"}


def audit_triggers(cursor):
    """The three triggers of every domain table that the database has, as objects to deploy."""
    # MariaDB alone has a switch for CHECK.
    is_on = f"{CHECKS_ARE_ON} AND @@check_constraint_checks" if cursor.db.mysql_is_mariadb else CHECKS_ARE_ON
    refuse_session = REFUSE_SESSION.replace("{checks_are_on}", is_on)
    for table, room in domain_tables().items():
        if table not in TECHNICAL:
            columns = live_columns(cursor, table)
            if columns:
                yield from triggers_of(table, room, columns, refuse_session)


def live_columns(cursor, table):
    """Name, type and key of each column of the table, in order; what the database computes from others is left out."""
    cursor.execute(
        "SELECT column_name, data_type, column_key FROM information_schema.columns"
        " WHERE table_schema = DATABASE() AND table_name = %s AND COALESCE(generation_expression, '') = ''"
        " ORDER BY ordinal_position",
        [table],
    )
    return [row for row in cursor.fetchall() if (table, row[0]) not in IGNORED]


def triggers_of(table, room, columns, refuse_session):
    noun = NOUNS.get(table, table.replace("_", ""))
    values = {
        "{table}": table,
        "{noun}": noun,
        "{columns}": COLUMNS,
        "{who}": WHO,
        "{refuse_session}": refuse_session,
        "{key}": next(name for name, _, key in columns if key == "PRI"),
        "{new_row}": whole_row(table, columns, "NEW"),
        "{old_row}": whole_row(table, columns, "OLD"),
        "{new_patient}": patient_of(columns, "NEW"),
        "{old_patient}": patient_of(columns, "OLD"),
        "{new_changes}": changes(table, columns, "NEW"),
        "{old_changes}": changes(table, columns, "OLD"),
        "{nothing_changed}": "\n            AND ".join(same(name, kind) for name, kind, _ in columns),
    }
    for template, name in (("insert", "AfterInsert"), ("update", "BeforeUpdate"), ("delete", "BeforeDelete")):
        text = (settings.SQL_DIR / "audit" / "templates" / f"{template}.sql").read_text().rstrip()
        for mark, value in values.items():
            text = text.replace(mark, value)
        yield SqlObject(room, "trigger", name + noun, rendered(text), table)


def shown(table, column, kind, row):
    """What the log keeps of a value; of a picture only its SHA-256: it tells one from another, and stays small."""
    if (table, column) in HIDDEN:
        return "'(hidden)'"
    return f"SHA2({row}.{column}, 256)" if kind in BLOBS else f"{row}.{column}"


def whole_row(table, columns, row):
    pairs = ",\n            ".join(f"'{name}', {shown(table, name, kind, row)}" for name, kind, _ in columns)
    return f"JSON_OBJECT(\n            {pairs})"


def same(column, kind):
    """Byte for byte: to a collation "ann" and "Ann" are the same, to a reader of the log they are not."""
    if kind in TEXTS:
        return f"CAST(OLD.{column} AS BINARY) <=> CAST(NEW.{column} AS BINARY)"
    return f"OLD.{column} <=> NEW.{column}"


def changes(table, columns, row):
    """A JSON object of the changed columns; merging keeps a NULL as null."""
    parts = ",\n            ".join(
        f"IF({same(name, kind)}, '{{}}', JSON_OBJECT('{name}', {shown(table, name, kind, row)}))"
        for name, kind, _ in columns
    )
    return f"JSON_MERGE_PRESERVE('{{}}',\n            {parts})"


def patient_of(columns, row):
    """The patient whom a row is about: named in it, or by its visit; a NULL when it is about nobody."""
    names = {name for name, _, _ in columns}
    if "patient_id" in names:
        return f"{row}.patient_id"
    if "visit_id" in names:
        return f"(SELECT patient_id FROM Visit WHERE visit_id = {row}.visit_id)"
    return "NULL"
