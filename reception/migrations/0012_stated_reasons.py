import django.utils.timezone
from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0011_paper"),
    ]

    operations = [
        migrations.CreateModel(
            name="StatedReason",
            fields=[
                ("id", models.BigAutoField(db_column="stated_reason_id", primary_key=True, serialize=False)),
                ("day", models.DateField(default=django.utils.timezone.localdate)),
                ("reason", models.CharField(max_length=255)),
                ("stated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={"db_table": "StatedReason", "managed": False},
        ),
        RunTables("reception", ["StatedReason"]),
    ]
