from django.db import migrations

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("reception", "0015_merged_values")]

    operations = [RunTables("reception", ["NameWord", "NameSound"])]
