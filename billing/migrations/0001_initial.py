from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("reception", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Billing",
            fields=[
                ("id", models.BigAutoField(db_column="billing_id", primary_key=True, serialize=False)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10)),
                ("billing_date", models.DateField(blank=True, null=True)),
                (
                    "payment_type",
                    models.CharField(
                        blank=True,
                        choices=[("Debit", "Debit"), ("Credit", "Credit"), ("Cash", "Cash")],
                        max_length=6,
                        null=True,
                    ),
                ),
                (
                    "insurance_claim_status",
                    models.CharField(
                        choices=[
                            ("Pending", "Pending"),
                            ("Processed", "Processed"),
                            ("Approved", "Approved"),
                            ("Rejected", "Rejected"),
                        ],
                        default="Pending",
                        max_length=9,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "billing",
                "permissions": [("view_balance", "Can see the sums of a patient's bills")],
                "db_table": "Billing",
                "managed": False,
            },
        ),
        RunTables(
            "billing",
            ["Billing"],
        ),
    ]
