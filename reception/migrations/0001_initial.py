import django.db.models.functions.text
from django.db import migrations, models

from emr_site.sql.operations import RunTables


class Migration(migrations.Migration):
    initial = True
    atomic = False  # the servers commit before and after every CREATE TABLE

    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(db_column="appointment_id", primary_key=True, serialize=False)),
                ("date", models.DateField()),
                ("time", models.TimeField()),
                ("duration_minutes", models.SmallIntegerField(default=15, verbose_name="length in minutes")),
                (
                    "end_time",
                    models.GeneratedField(
                        db_persist=True, expression=models.F("time"), output_field=models.TimeField(null=True)
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("Scheduled", "Scheduled"),
                            ("Completed", "Completed"),
                            ("Cancelled", "Cancelled"),
                        ],
                        default="Scheduled",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=255, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=255, null=True)),
                ("booked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Appointment",
                "permissions": [
                    ("check_in_appointment", "Can check a patient in"),
                    ("cancel_appointment", "Can cancel an appointment"),
                    ("view_board", "Can see the day board"),
                    ("view_my_appointments", "Can see one's own appointments"),
                ],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Insurance",
            fields=[
                ("id", models.BigAutoField(db_column="insurance_id", primary_key=True, serialize=False)),
                ("insurance_details", models.CharField(max_length=255)),
                ("member_number", models.CharField(blank=True, max_length=50, null=True)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "Insurance",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Patient",
            fields=[
                ("id", models.BigAutoField(db_column="patient_id", primary_key=True, serialize=False)),
                (
                    "mrn",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="medical record number",
                    ),
                ),
                ("family_name", models.CharField(max_length=100)),
                ("given_name", models.CharField(blank=True, default="", max_length=100)),
                (
                    "middle_name",
                    models.CharField(blank=True, default="", max_length=100, verbose_name="middle names"),
                ),
                ("suffix", models.CharField(blank=True, default="", max_length=20)),
                ("preferred_name", models.CharField(blank=True, max_length=100, null=True)),
                (
                    "name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Trim(
                            django.db.models.functions.text.Concat("given_name", models.Value(" "), "family_name")
                        ),
                        output_field=models.CharField(max_length=201),
                    ),
                ),
                ("date_of_birth", models.DateField(blank=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        choices=[
                            ("female", "Female"),
                            ("male", "Male"),
                            ("other", "Other"),
                            ("unknown", "Not recorded"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("gender", models.CharField(blank=True, max_length=50, null=True)),
                ("pronouns", models.CharField(blank=True, max_length=50, null=True)),
                ("language", models.CharField(blank=True, max_length=35, null=True)),
                ("interpreter_needed", models.BooleanField(default=False)),
                ("phone_number", models.CharField(blank=True, max_length=30, null=True)),
                (
                    "phone_digits",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.F("phone_number"),
                        output_field=models.CharField(max_length=30, null=True),
                    ),
                ),
                (
                    "phone_reversed",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.F("phone_number"),
                        output_field=models.CharField(max_length=30, null=True),
                    ),
                ),
                (
                    "phone_kind",
                    models.CharField(
                        blank=True,
                        choices=[("mobile", "Mobile"), ("home", "Home"), ("work", "Work"), ("other", "Other")],
                        max_length=10,
                        null=True,
                        verbose_name="kind of phone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, null=True)),
                ("emergency_contact", models.CharField(blank=True, max_length=100, null=True)),
                ("emergency_phone", models.CharField(blank=True, max_length=30, null=True)),
                ("address", models.CharField(blank=True, max_length=255, null=True)),
                ("city", models.CharField(blank=True, max_length=100, null=True)),
                ("region", models.CharField(blank=True, max_length=100, null=True)),
                ("postal_code", models.CharField(blank=True, max_length=20, null=True)),
                ("country_code", models.CharField(blank=True, max_length=2, null=True, verbose_name="country")),
                ("unknown_since", models.DateTimeField(blank=True, editable=False, null=True)),
                ("deceased_on", models.DateField(blank=True, null=True, verbose_name="died on")),
                ("deactivated_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("registered_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "Patient",
                "ordering": ["family_name", "given_name", "id"],
                "permissions": [
                    ("find_patient", "Can search for patients"),
                    ("open_any_record", "Can open the record of a patient who is not of today"),
                    ("view_my_information", "Can see one's own information"),
                ],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                ("id", models.BigAutoField(db_column="provider_id", primary_key=True, serialize=False)),
                ("prefix", models.CharField(blank=True, default="", help_text="As in “Dr.”", max_length=20)),
                ("family_name", models.CharField(max_length=100)),
                ("given_name", models.CharField(blank=True, default="", max_length=100)),
                (
                    "name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Trim(
                            django.db.models.functions.text.Concat(
                                "prefix", models.Value(" "), "given_name", models.Value(" "), "family_name"
                            )
                        ),
                        output_field=models.CharField(max_length=222),
                    ),
                ),
                ("specialization", models.CharField(blank=True, max_length=100, null=True)),
                ("department", models.CharField(blank=True, max_length=100, null=True)),
                ("contact", models.CharField(blank=True, max_length=100, null=True)),
                (
                    "deactivated_at",
                    models.DateTimeField(
                        blank=True, help_text="Set when the provider leaves; the history stays.", null=True
                    ),
                ),
            ],
            options={
                "db_table": "Provider",
                "ordering": ["family_name", "given_name", "id"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ProviderHours",
            fields=[
                ("id", models.BigAutoField(db_column="provider_hours_id", primary_key=True, serialize=False)),
                (
                    "weekday",
                    models.SmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ]
                    ),
                ),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
            ],
            options={
                "verbose_name_plural": "provider hours",
                "db_table": "ProviderHours",
                "ordering": ["provider", "weekday", "starts"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.BigAutoField(db_column="room_id", primary_key=True, serialize=False)),
                ("room_number", models.IntegerField()),
                (
                    "room_date",
                    models.DateField(blank=True, help_text="Since when the department manages the room.", null=True),
                ),
                ("managing_department", models.CharField(blank=True, max_length=50, null=True)),
                ("room_services", models.TextField(blank=True, null=True)),
            ],
            options={
                "db_table": "Room",
                "ordering": ["room_number", "id"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(db_column="visit_id", primary_key=True, serialize=False)),
                ("date", models.DateField()),
                ("time", models.TimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, null=True)),
                ("facility", models.CharField(blank=True, max_length=100, null=True)),
                ("arrived_at", models.DateTimeField(blank=True, null=True)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "Visit",
                "managed": False,
            },
        ),
        RunTables(
            "reception",
            [
                "MrnSequence",
                "Patient",
                "Insurance",
                "Place",
                "Room",
                "Provider",
                "ProviderHours",
                "ProviderDay",
                "ProviderException",
                "Holiday",
                "AppointmentType",
                "AppointmentSeries",
                "Appointment",
                "AppointmentEvent",
                "Visit",
                "RoomStay",
            ],
        ),
    ]
