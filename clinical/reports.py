"""The reports of the chart."""

import django_filters

from clinical.models import ClinicalRecordSummary, PatientsByDepartment, PatientsByRoom
from emr_site.reports.filters import FirstDay, LastDay, ReportFilters, SomeOf
from emr_site.reports.report import Column, Report, register
from reception.models import Room
from reception.reports import PATIENT_NUMBER, ByPatient

CHART = "Clinical care"
USUAL_ROOM = "107"
USUAL_DEPARTMENTS = ["Family Medicine", "Orthopedics"]


def departments():
    """Every department that manages a room, and those the report begins with, though a practice may lack them."""
    known = Room.objects.exclude(managing_department=None).values_list("managing_department", flat=True)
    return [(name, name) for name in sorted({*known.distinct(), *USUAL_DEPARTMENTS})]


class RecordFilters(ByPatient):
    date_from = FirstDay("Visits from", field_name="visit_date")
    date_to = LastDay("Visits to", field_name="visit_date")


class OfRooms(ReportFilters):
    """Rooms are few: their keys are found first, so that the records are read from a room's index, newest first."""

    def in_rooms(self, queryset, **condition):
        return queryset.filter(room_id__in=list(Room.objects.filter(**condition).values_list("pk", flat=True)))


class RoomFilters(OfRooms):
    room_number = django_filters.NumberFilter(label="Room number", method="in_room", min_value=1)
    defaults = {"room_number": USUAL_ROOM}

    def in_room(self, queryset, name, value):
        return self.in_rooms(queryset, room_number=value)


class DepartmentFilters(OfRooms):
    managing_department = SomeOf("Department", departments, method="in_departments")
    defaults = {"managing_department": USUAL_DEPARTMENTS}

    def in_departments(self, queryset, name, value):
        return self.in_rooms(queryset, managing_department__in=value) if value else queryset


register(
    Report(
        slug="clinical-record-summary",
        title="Clinical record summary",
        group=CHART,
        question="Every clinical record; the newest come first until another heading is chosen.",
        model=ClinicalRecordSummary,
        columns=(
            Column("record_id", "Record number", "key", quick=True),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("visit_date", "Visit date", "date"),
            Column("symptoms", "Symptoms", "long"),
            Column("diagnosis", "Diagnosis", "long"),
        ),
        order="-record_id",
        filters=RecordFilters,
    ),
    Report(
        slug="patients-by-room",
        title="Patients treated in a room",
        group=CHART,
        question="Who was treated in the room: each patient once for a room, by the newest record.",
        model=PatientsByRoom,
        columns=(
            Column("room_number", "Room", "key"),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("record_id", "Newest record", "key", quick=True),
            Column("visit_date", "Visit date", "date"),
        ),
        order="-record_id",
        filters=RoomFilters,
    ),
    Report(
        slug="patients-by-department",
        title="Patients by department of their room",
        group=CHART,
        question="Whose rooms the departments manage: each patient once for a department, by the newest record.",
        model=PatientsByDepartment,
        columns=(
            Column("managing_department", "Department"),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("room_number", "Room", "key"),
            Column("record_id", "Newest record", "key", quick=True),
            Column("visit_date", "Visit date", "date"),
        ),
        order="-record_id",
        filters=DepartmentFilters,
    ),
)
