from django.db import migrations

from emr_site.sql.operations import RunChange


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [
        ("reception", "0006_consents"),
    ]

    operations = [
        RunChange("reception/changes/0007_paper_texts"),
    ]
