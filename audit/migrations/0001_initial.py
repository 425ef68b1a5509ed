from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="AuditLog",
            fields=[
                ("occurred_at", models.DateTimeField(verbose_name="when")),
                ("patient_id", models.BigIntegerField(null=True, verbose_name="patient")),
                ("user_id", models.BigIntegerField(null=True)),
                ("user_name", models.CharField(max_length=150, verbose_name="who")),
                ("role", models.CharField(max_length=255, null=True)),
                ("database_account", models.CharField(max_length=100)),
                ("connection_id", models.BigIntegerField(null=True)),
                ("address", models.CharField(max_length=45, null=True, verbose_name="from")),
                ("request_id", models.CharField(max_length=36, null=True, verbose_name="request")),
                ("purpose_of_use", models.CharField(max_length=20, null=True)),
                ("id", models.BigAutoField(db_column="audit_id", primary_key=True, serialize=False)),
                ("event", models.CharField(max_length=20)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("C", "Created"),
                            ("R", "Read"),
                            ("U", "Changed"),
                            ("D", "Removed"),
                            ("E", "Done"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("0", "Success"), ("4", "Refused"), ("8", "Failed"), ("12", "Failed badly")],
                        default="0",
                        max_length=2,
                    ),
                ),
                ("operation_type", models.CharField(max_length=6, null=True)),
                ("table_name", models.CharField(max_length=64, null=True, verbose_name="table")),
                ("record_id", models.BigIntegerField(null=True, verbose_name="record")),
                ("old_value", models.JSONField(null=True)),
                ("new_value", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
                "db_table": "Audit_Log",
                "ordering": ["-id"],
                "managed": False,
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("occurred_at", models.DateTimeField(verbose_name="when")),
                ("user_id", models.BigIntegerField(null=True)),
                ("user_name", models.CharField(max_length=150, verbose_name="who")),
                ("role", models.CharField(max_length=255, null=True)),
                ("database_account", models.CharField(max_length=100)),
                ("connection_id", models.BigIntegerField(null=True)),
                ("address", models.CharField(max_length=45, null=True, verbose_name="from")),
                ("request_id", models.CharField(max_length=36, null=True, verbose_name="request")),
                ("purpose_of_use", models.CharField(max_length=20, null=True)),
                ("id", models.BigAutoField(db_column="look_id", primary_key=True, serialize=False)),
                ("patient_id", models.BigIntegerField(verbose_name="patient")),
                ("part", models.CharField(max_length=40)),
            ],
            options={
                "db_table": "Look",
                "ordering": ["-id"],
                "managed": False,
                "default_permissions": ("view",),
            },
        ),
        RunTables(
            "audit",
            ["Audit_Log", "Look"],
        ),
    ]
