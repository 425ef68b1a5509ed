import django.utils.timezone
from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("id", models.BigAutoField(db_column="user_id", primary_key=True, serialize=False)),
                ("username", models.CharField(max_length=150, unique=True)),
                ("password", models.CharField(max_length=255)),
                ("given_name", models.CharField(blank=True, default="", max_length=100)),
                ("family_name", models.CharField(blank=True, default="", max_length=100)),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick instead of deleting: the person's history stays readable.",
                        verbose_name="active",
                    ),
                ),
                ("is_staff", models.BooleanField(default=False, verbose_name="may open the back office")),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "db_table": "Users",
                "ordering": ["username"],
                "permissions": [("enter_staff_pages", "Can enter the pages of those who work here")],
                "managed": False,
            },
        ),
        RunTables(
            "accounts",
            ["Users", "Users_Group", "Users_Permission"],
        ),
    ]
