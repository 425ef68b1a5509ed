from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("reception", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ClinicalRecord",
            fields=[
                ("id", models.BigAutoField(db_column="clinical_id", primary_key=True, serialize=False)),
                ("signs_and_symptoms", models.TextField(blank=True, null=True)),
                ("discharge_diagnosis", models.TextField(blank=True, null=True)),
                ("prescriptions", models.TextField(blank=True, null=True)),
                ("tests_and_procedures", models.TextField(blank=True, null=True)),
                ("notes", models.TextField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "ClinicalCare",
                "permissions": [("view_chart", "Can open a patient's chart")],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Prescription",
            fields=[
                ("id", models.BigAutoField(db_column="prescription_id", primary_key=True, serialize=False)),
                ("medication", models.CharField(max_length=255)),
                ("dosage", models.CharField(blank=True, max_length=100, null=True)),
                ("instructions", models.TextField(blank=True, null=True)),
                ("prescribed_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Prescription",
                "permissions": [
                    ("end_prescription", "Can end a prescription"),
                    ("view_my_prescriptions", "Can see one's own prescriptions"),
                ],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Test",
            fields=[
                ("id", models.BigAutoField(db_column="test_id", primary_key=True, serialize=False)),
                ("type", models.CharField(max_length=255)),
                ("results", models.TextField(blank=True, null=True)),
                ("date", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Test",
                "managed": False,
            },
        ),
        RunTables(
            "clinical",
            ["ClinicalCare", "Prescription", "Test"],
        ),
    ]
