"""Every unmanaged model against its table: Django tracks no changes of those fields, so this test does."""

import pytest
from django.apps import apps
from django.db import connections, models

UNMANAGED = [model for model in apps.get_models() if not model._meta.managed]
INTEGERS = {
    "BigAutoField": "bigint",
    "BigIntegerField": "bigint",
    "IntegerField": "int",
    "SmallIntegerField": "smallint",
    "ForeignKey": "bigint",
    "OneToOneField": "bigint",
}
TYPES = {
    **INTEGERS,
    "BinaryField": "longblob",
    "BooleanField": "tinyint",
    "CharField": "varchar",
    "EmailField": "varchar",
    "DateField": "date",
    "DateTimeField": "datetime",
    "DecimalField": "decimal",
    "JSONField": "json",
    "TextField": "text",
    "TimeField": "time",
}
ALIKE = [
    {"json", "longtext"},  # MariaDB keeps JSON as text
    {"varchar", "char"},
    {"mediumblob", "longblob"},
    {"smallint", "tinyint"},
    {"text", "mediumtext", "longtext"},
    {"int", "bigint"},  # counts in a view
]


def table_columns(table):
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type, is_nullable, character_maximum_length, numeric_precision, numeric_scale"
            " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = %s",
            [table],
        )
        return {row[0].lower(): row[1:] for row in cursor.fetchall()}


def complaints(model):
    columns = table_columns(model._meta.db_table)
    if not columns:
        return [f"{model._meta.db_table} is not there"]
    fields = {field.column.lower(): field for field in model._meta.concrete_fields}
    found = [f"{name} is missing in the table" for name in fields.keys() - columns.keys()]
    found += [f"{name} is missing in the model" for name in columns.keys() - fields.keys()]
    for name in fields.keys() & columns.keys():
        found += [f"{name}: {text}" for text in unlike(fields[name], columns[name], is_view(model))]
    return found


def is_view(model):
    return model._meta.db_table.startswith(("View_", "Report_"))


def unlike(field, column, view):
    data_type, nullable, length, precision, scale = column
    kept = field.output_field if isinstance(field, models.GeneratedField) else field
    # A reference has the type of what it refers to: a number, or the code of a list.
    kept = kept.target_field if isinstance(kept, models.ForeignKey) and kept.target_field.max_length else kept
    wanted = TYPES[kept.get_internal_type()]
    if data_type != wanted and not any({data_type, wanted} <= alike for alike in ALIKE):
        yield f"{data_type}, not {wanted}"
    # A generated column cannot be NOT NULL on MariaDB, and a view's columns lose it.
    if not view and not isinstance(field, models.GeneratedField) and (nullable == "YES") != field.null:
        yield f"nullable is {nullable} in the table"
    if wanted == "varchar" and kept.max_length != length:
        yield f"{length} characters in the table, {kept.max_length} in the model"
    if wanted == "decimal" and not view and (kept.max_digits, kept.decimal_places) != (precision, scale):
        yield f"decimal({precision},{scale}) in the table"


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize("model", UNMANAGED, ids=lambda model: model._meta.label)
def test_it_matches_its_table(model):
    assert complaints(model) == []


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_it_notices_a_widened_column():
    from emr_site.models import AdoptionFinding

    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE Adoption_Finding MODIFY reason VARCHAR(65) NOT NULL")
        try:
            assert complaints(AdoptionFinding) == ["reason: 65 characters in the table, 64 in the model"]
        finally:
            cursor.execute("ALTER TABLE Adoption_Finding MODIFY reason VARCHAR(64) NOT NULL")
