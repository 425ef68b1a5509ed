"""Hours, kinds of appointments, their history and the rooms; the tables come with the first migration."""

import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0002_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="AppointmentEvent",
            fields=[
                ("id", models.BigAutoField(db_column="appointment_event_id", primary_key=True, serialize=False)),
                (
                    "event",
                    models.CharField(
                        choices=[("booked", "Booked"), ("moved", "Moved"), ("status", "Status")], max_length=10
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("Scheduled", "Booked"),
                            ("Confirmed", "Confirmed"),
                            ("Arrived", "Waiting"),
                            ("Roomed", "In room"),
                            ("With doctor", "With doctor"),
                            ("Checkout", "At checkout"),
                            ("Completed", "Done"),
                            ("Did not attend", "Did not attend"),
                            ("Cancelled", "Cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                ("was_date", models.DateField(null=True)),
                ("was_time", models.TimeField(null=True)),
                ("was_duration_minutes", models.SmallIntegerField(null=True)),
                ("reason", models.CharField(max_length=255, null=True)),
                ("happened_at", models.DateTimeField()),
                ("user_id", models.BigIntegerField(null=True)),
                ("user_name", models.CharField(max_length=150)),
            ],
            options={
                "db_table": "AppointmentEvent",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="AppointmentSeries",
            fields=[
                ("id", models.BigAutoField(db_column="appointment_series_id", primary_key=True, serialize=False)),
                ("every_weeks", models.SmallIntegerField(default=1)),
                ("times", models.SmallIntegerField()),
                ("booked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "appointment series",
                "db_table": "AppointmentSeries",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="AppointmentType",
            fields=[
                ("id", models.BigAutoField(db_column="appointment_type_id", primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, unique=True)),
                ("duration_minutes", models.SmallIntegerField(default=15, verbose_name="usual length in minutes")),
                (
                    "colour",
                    models.CharField(
                        choices=[
                            ("grey", "Grey"),
                            ("petrol", "Petrol"),
                            ("amber", "Amber"),
                            ("violet", "Violet"),
                            ("green", "Green"),
                        ],
                        default="grey",
                        max_length=10,
                    ),
                ),
                (
                    "room_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consulting", "Consulting room"),
                            ("treatment", "Treatment room"),
                            ("procedure", "Procedure room"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="room it needs",
                    ),
                ),
                (
                    "preparation",
                    models.TextField(blank=True, help_text="What the patient does before coming.", null=True),
                ),
                ("deactivated_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "AppointmentType",
                "ordering": ["name"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("id", models.BigAutoField(db_column="holiday_id", primary_key=True, serialize=False)),
                ("date", models.DateField()),
                ("name", models.CharField(max_length=100)),
                (
                    "whose_day",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce("place", 0),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
            ],
            options={
                "db_table": "Holiday",
                "ordering": ["date", "id"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(db_column="place_id", primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, unique=True)),
                ("address", models.CharField(blank=True, max_length=255, null=True)),
                ("phone", models.CharField(blank=True, max_length=30, null=True)),
                ("deactivated_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "Place",
                "ordering": ["name"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ProviderException",
            fields=[
                ("id", models.BigAutoField(db_column="provider_exception_id", primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("away", "Away"), ("in", "In at other hours")], default="away", max_length=10
                    ),
                ),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("starts", models.TimeField(blank=True, help_text="Left empty, the whole day.", null=True)),
                ("ends", models.TimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, help_text="Shown on the board.", max_length=100, null=True)),
            ],
            options={
                "db_table": "ProviderException",
                "ordering": ["first_day", "starts", "id"],
                "permissions": [("record_absence", "Can write down that a provider is away")],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="RoomStay",
            fields=[
                ("id", models.BigAutoField(db_column="room_stay_id", primary_key=True, serialize=False)),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                (
                    "held_room_id",
                    models.GeneratedField(
                        db_persist=True, expression=models.F("room"), output_field=models.BigIntegerField(null=True)
                    ),
                ),
                (
                    "held_visit_id",
                    models.GeneratedField(
                        db_persist=True, expression=models.F("visit"), output_field=models.BigIntegerField(null=True)
                    ),
                ),
            ],
            options={
                "db_table": "RoomStay",
                "managed": False,
            },
        ),
        migrations.AlterModelOptions(
            name="appointment",
            options={
                "managed": False,
                "permissions": [
                    ("check_in_appointment", "Can check a patient in"),
                    ("cancel_appointment", "Can cancel an appointment"),
                    ("overbook_appointment", "Can book beside another appointment or outside of the hours"),
                    ("advance_appointment", "Can say where a patient is in the building"),
                    ("view_board", "Can see the day board"),
                    ("view_my_appointments", "Can see one's own appointments"),
                ],
            },
        ),
    ]
