from django.db import migrations

from emr_site.sql.operations import RunChange


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0013_wrong_codes"),
    ]

    operations = [
        RunChange("reception/changes/0014_series_texts"),
    ]
