import django.utils.timezone
from django.db import migrations, models

from emr_site.sql.operations import RunChange, RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0010_portal_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProviderFeed",
            fields=[
                ("id", models.BigAutoField(db_column="provider_feed_id", primary_key=True, serialize=False)),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "live_provider_id",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.F("provider"),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
            ],
            options={
                "db_table": "ProviderFeed",
                "permissions": [("manage_my_calendar", "Can have one's own appointments in one's own calendar")],
                "managed": False,
            },
        ),
        RunTables("reception", ["ProviderFeed"]),
        RunChange("reception/changes/0011_letter_texts"),
        RunChange("reception/changes/0011_booked_texts"),
        RunChange("reception/changes/0011_moved_texts"),
        RunChange("reception/changes/0011_cancelled_texts"),
    ]
