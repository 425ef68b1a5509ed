from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0014_series_texts"),
    ]

    operations = [
        migrations.CreateModel(
            name="MergedValue",
            fields=[
                ("id", models.BigAutoField(db_column="merged_value_id", primary_key=True, serialize=False)),
                ("table_name", models.CharField(max_length=64)),
                ("record_id", models.BigIntegerField()),
                ("column_name", models.CharField(max_length=64)),
                ("old_value", models.TextField(null=True)),
            ],
            options={
                "db_table": "MergedValue",
                "managed": False,
            },
        ),
        RunTables("reception", ["MergedValue"]),
    ]
