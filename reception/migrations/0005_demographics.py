from django.db import migrations, models

import emr_site.versions
from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0004_messages"),
    ]

    operations = [
        migrations.CreateModel(
            name="PatientContact",
            fields=[
                ("id", models.BigAutoField(db_column="patient_contact_id", primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=201)),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("spouse", "Husband or wife"),
                            ("partner", "Partner"),
                            ("parent", "Parent"),
                            ("child", "Child"),
                            ("sibling", "Brother or sister"),
                            ("grandparent", "Grandparent"),
                            ("grandchild", "Grandchild"),
                            ("guardian", "Guardian"),
                            ("carer", "Carer"),
                            ("friend", "Friend"),
                            ("neighbour", "Neighbour"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, null=True)),
                ("is_next_of_kin", models.BooleanField(default=False, verbose_name="next of kin")),
                ("is_emergency", models.BooleanField(default=False, verbose_name="call in an emergency")),
                ("position", models.SmallIntegerField(default=1, verbose_name="order of calling")),
            ],
            options={
                "verbose_name": "contact",
                "db_table": "PatientContact",
                "ordering": ["position", "id"],
                "managed": False,
            },
            bases=(emr_site.versions.Versioned, models.Model),
        ),
        migrations.CreateModel(
            name="PatientPhone",
            fields=[
                ("id", models.BigAutoField(db_column="patient_phone_id", primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=30)),
                (
                    "digits",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.F("number"),
                        output_field=models.CharField(max_length=30, null=True),
                    ),
                ),
                (
                    "digits_reversed",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.F("number"),
                        output_field=models.CharField(max_length=30, null=True),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mobile", "Mobile"), ("home", "Home"), ("work", "Work"), ("other", "Other")],
                        default="mobile",
                        max_length=10,
                    ),
                ),
                ("for_reminders", models.BooleanField(default=False, verbose_name="reminders go here")),
                (
                    "reminder_patient",
                    models.GeneratedField(
                        db_persist=True, expression=models.F("patient"), output_field=models.BigIntegerField(null=True)
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=100, null=True)),
            ],
            options={
                "verbose_name": "further phone",
                "db_table": "PatientPhone",
                "ordering": ["id"],
                "managed": False,
            },
            bases=(emr_site.versions.Versioned, models.Model),
        ),
        migrations.CreateModel(
            name="PatientPhoto",
            fields=[
                ("id", models.BigAutoField(db_column="patient_photo_id", primary_key=True, serialize=False)),
                ("image", models.BinaryField()),
                ("taken_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "PatientPhoto",
                "managed": False,
            },
        ),
        RunTables("reception", ["PatientPhone", "PatientContact", "PatientPhoto"]),
    ]
