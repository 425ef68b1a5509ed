from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("clinical", "0006_notes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Favourite",
            fields=[
                ("id", models.BigAutoField(db_column="favourite_id", primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("medicine", "Medicine"), ("test", "Test"), ("diagnosis", "Diagnosis")], max_length=10
                    ),
                ),
                ("medication", models.CharField(max_length=255, null=True)),
                ("dosage", models.CharField(max_length=100, null=True)),
                ("instructions", models.TextField(null=True)),
                ("test_type", models.CharField(max_length=255, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Favourite",
                "permissions": [("keep_favourites", "Can keep favourites of one's own")],
                "managed": False,
                "default_permissions": (),
            },
        ),
        RunTables("clinical", ["Favourite"]),
    ]
