import django.utils.timezone
from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0012_stated_reasons"),
    ]

    operations = [
        migrations.CreateModel(
            name="WrongCode",
            fields=[
                ("id", models.BigAutoField(db_column="wrong_code_id", primary_key=True, serialize=False)),
                ("address", models.CharField(max_length=45)),
                ("tried_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={"db_table": "WrongCode", "managed": False},
        ),
        RunTables("reception", ["WrongCode"]),
    ]
