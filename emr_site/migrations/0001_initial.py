from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.CreateModel(
            name="AdoptionFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(db_column="adoption_finding_id", primary_key=True, serialize=False),
                ),
                ("source_table", models.CharField(max_length=64)),
                (
                    "source_id",
                    models.CharField(blank=True, max_length=64, null=True, verbose_name="number there"),
                ),
                ("reason", models.CharField(max_length=64)),
                ("explanation", models.CharField(max_length=255)),
                ("original_row", models.JSONField()),
                (
                    "placed_table",
                    models.CharField(blank=True, max_length=64, null=True, verbose_name="placed in"),
                ),
                ("placed_id", models.BigIntegerField(blank=True, null=True, verbose_name="as number")),
                ("found_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Adoption_Finding",
                "ordering": ["-id"],
                "managed": False,
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="ExternalIdentifier",
            fields=[
                (
                    "id",
                    models.BigAutoField(db_column="external_identifier_id", primary_key=True, serialize=False),
                ),
                ("identifier_system", models.CharField(max_length=100)),
                ("identifier_value", models.CharField(max_length=150)),
                ("table_name", models.CharField(max_length=64)),
                ("record_id", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "ExternalIdentifier",
                "ordering": ["-id"],
                "managed": False,
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(db_column="submission_id", primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField(default=0)),
                ("idempotency_key", models.CharField(max_length=36)),
                ("record_id", models.BigIntegerField(null=True)),
                ("submitted_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Submission",
                "managed": False,
                "default_permissions": (),
            },
        ),
        RunTables(
            "emr_site",
            ["Sql_Object", "Submission", "ExternalIdentifier", "Adoption_Finding"],
        ),
    ]
