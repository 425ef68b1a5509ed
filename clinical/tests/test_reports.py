"""The chart's reports, against rows worked out by hand."""

from datetime import date

import pytest

from clinical.tests.factories import ClinicalRecordFactory
from emr_site.reports.tests.reading import downloaded, shown
from reception.tests.factories import PatientFactory, RoomFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(cast):
    return cast.browse_as(cast.rita)


def treated(patient, room, on=date(2026, 3, 2)):
    """The record of a visit of the patient, in the room."""
    return ClinicalRecordFactory(visit=VisitFactory(patient=patient, date=on), room=room)


def test_it_sums_up_each_record(reader):
    ann = PatientFactory(given_name="Ann", family_name="Able")
    record = treated(ann, None)
    assert downloaded(reader, "clinical-record-summary") == (
        ["Record number", "Patient number", "Patient name", "Visit date", "Symptoms", "Diagnosis"],
        [[str(record.pk), str(ann.pk), "Ann Able", "2026-03-02", "Sore throat", "Tonsillitis"]],
    )
    assert shown(reader, "clinical-record-summary", date_from="3/3/2026") == []


def test_it_lists_a_patient_of_a_room_once_by_the_newest_record(reader):
    ann, bo = (PatientFactory(given_name=name, family_name="Able") for name in ("Ann", "Bo"))
    room, same_number, other = (RoomFactory(room_number=number) for number in (107, 107, 108))
    treated(ann, room)
    newest = treated(ann, same_number, on=date(2026, 3, 9))
    treated(ann, other, on=date(2026, 3, 10))
    only = treated(bo, room)
    treated(PatientFactory(), other)
    assert shown(reader, "patients-by-room") == [
        ["107", str(bo.pk), "Bo Able", str(only.pk), "02-Mar-2026"],
        ["107", str(ann.pk), "Ann Able", str(newest.pk), "09-Mar-2026"],
    ]


def test_it_shows_the_room_that_is_asked_for_or_all(reader):
    ann = PatientFactory()
    for number in (107, 108):
        treated(ann, RoomFactory(room_number=number))
    assert [row[0] for row in shown(reader, "patients-by-room", room_number="108")] == ["108"]
    assert [row[0] for row in shown(reader, "patients-by-room", room_number="")] == ["108", "107"]
    assert shown(reader, "patients-by-room", room_number="999") == []
    assert downloaded(reader, "patients-by-room", room_number="999")[1] == []


def test_it_lists_a_patient_once_for_each_department(reader):
    ann = PatientFactory(given_name="Ann", family_name="Able")
    bones = [RoomFactory(managing_department="Orthopedics") for _ in range(2)]
    family = RoomFactory(managing_department="Family Medicine")
    treated(ann, bones[0])
    in_bones, in_family = treated(ann, bones[1]), treated(ann, family)
    treated(ann, RoomFactory(managing_department="Oncology"))
    treated(ann, RoomFactory(managing_department=None))
    assert [(row[0], row[4]) for row in shown(reader, "patients-by-department")] == [
        ("Family Medicine", str(in_family.pk)),
        ("Orthopedics", str(in_bones.pk)),
    ]


def test_it_shows_the_departments_that_are_ticked_and_all_when_none_is(reader):
    ann = PatientFactory()
    for department in ("Orthopedics", "Oncology", "Cardiology"):
        treated(ann, RoomFactory(managing_department=department))
    ticked = shown(reader, "patients-by-department", managing_department=["Oncology", "Cardiology"])
    assert [row[0] for row in ticked] == ["Cardiology", "Oncology"]
    assert len(shown(reader, "patients-by-department", filtered="1")) == 3
