"""Signing a note: for good, exactly what was on the screen, and the clinical record says the same."""

import pytest
from django.contrib.auth.models import Permission

from audit.models import Look
from clinical.models import ClinicalRecord, ClinicalRecordSummary, Note, NoteSection, NoteSignature
from clinical.tests.acting import audited, chart_url
from clinical.tests.factories import NoteFactory, PrescriptionFactory, TestFactory
from clinical.tests.notes import on_the_screen, signed_by, written
from emr_site.db import call
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast):
    visit = cast.ann_note_visit
    PrescriptionFactory(
        patient=cast.ann_record, visit=visit, medication="amoxicillin", dosage="500 mg", instructions=None
    )
    TestFactory(visit=visit, type="CRP", results=None)
    return written(visit, intake="Came alone", subjective="Sore throat", assessment="Tonsillitis", plan="Rest")


@pytest.fixture
def url(cast):
    return chart_url("sign_note", cast.ann_record, cast.ann_note_visit)


def sign(cast, url, by, **seen):
    """Press Sign with what stood on the screen: what stands there now, unless `seen` says otherwise."""
    note = Note.objects.get(visit=cast.ann_note_visit)
    return cast.browse_as(by).post(url, {"patient_id": cast.ann_record.pk} | on_the_screen(note) | seen)


def test_it_shows_once_more_what_is_signed_and_for_whom(cast, note, url):
    page = cast.browse_as(cast.okafor).get(url).content.decode()
    assert "Sign note for HALE, Ann" in page
    assert "14-Aug-1980" in page
    assert "Tonsillitis" in page
    assert 'value="assessment:1,intake:1,plan:1,subjective:1"' in page


def test_it_signs_and_fills_the_clinical_record(cast, note, url):
    answer = sign(cast, url, cast.okafor)
    assert answer.url == chart_url("clinical_record", cast.ann_record, cast.ann_note_visit)
    signature = NoteSignature.objects.get()
    assert (signature.kind, signature.signed_by, signature.needs_cosignature) == ("author", cast.okafor, False)
    assert signature.signed_by_name == cast.okafor.get_full_name()
    record = ClinicalRecord.objects.get(visit=cast.ann_note_visit)
    assert record.signs_and_symptoms == "Came alone\n\nSore throat"
    assert record.discharge_diagnosis == "Tonsillitis"
    assert (record.prescriptions, record.tests_and_procedures) == ("amoxicillin, 500 mg", "CRP")
    assert record.notes == "Rest"
    assert audited(signature, "C", by=cast.okafor) == audited(record, "C", by=cast.okafor) == 1


@pytest.mark.django_db(transaction=True, databases=["default", "denials", "reports"])
def test_the_views_and_procedures_of_the_first_system_tell_the_same(cast, note, url):
    sign(cast, url, cast.okafor)
    record = ClinicalRecord.objects.get(visit=cast.ann_note_visit)
    told = ClinicalRecordSummary.objects.using("reports").get(pk=record.pk)
    assert (told.symptoms, told.diagnosis) == ("Came alone\n\nSore throat", "Tonsillitis")
    row = call("ViewClinicalRecord", record_id=record.pk)[0]
    assert "Tonsillitis" in row.values()


def test_the_signed_page_shows_who_and_offers_no_change(cast, note, url):
    sign(cast, url, cast.okafor)
    client = cast.browse_as(cast.okafor)
    page = client.get(chart_url("clinical_record", cast.ann_record, cast.ann_note_visit)).content.decode()
    assert f"Signed by <b>{cast.okafor.get_full_name()}</b>" in page
    assert "Change record" not in page
    page = client.get(chart_url("visit", cast.ann_record, cast.ann_note_visit)).content.decode()
    assert "<textarea" not in page.split('id="prescribing"')[0]


def test_it_signs_nothing_that_was_not_on_the_screen(cast, note, url):
    seen = on_the_screen(note)
    with signed():
        section = NoteSection.objects.filter(section="plan")
        section.update(body="Operate", version=2)
    answer = sign(cast, url, cast.okafor, **seen)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "since you last saw it" in page
    assert "Operate" in page
    assert 'value="assessment:1,intake:1,plan:2,subjective:1"' in page
    assert not NoteSignature.objects.exists()


def test_an_empty_note_is_not_signed(cast, url):
    written(cast.ann_note_visit, intake="Came alone")
    answer = sign(cast, url, cast.okafor)
    assert answer.status_code == 422
    assert "The note is empty" in answer.content.decode()
    NoteFactory(visit=cast.ann_visit)


def test_a_second_press_is_told(cast, note, url):
    sign(cast, url, cast.okafor)
    answer = sign(cast, url, cast.okafor)
    assert answer.status_code == 422
    assert "is signed and cannot be changed" in answer.content.decode()


def test_a_nurse_records_and_may_not_sign(cast, note, url):
    assert sign(cast, url, cast.ned).status_code == 403
    assert not NoteSignature.objects.exists()


def test_another_patients_note_is_not_found(cast, note):
    url = chart_url("sign_note", cast.bo_record, cast.ann_note_visit)
    answer = cast.browse_as(cast.okafor).post(url, {"patient_id": cast.bo_record.pk, "versions": ""})
    assert answer.status_code == 404


def test_a_look_at_a_note_is_recorded(cast, note, url):
    cast.browse_as(cast.okafor).get(url)
    cast.browse_as(cast.ned).get(chart_url("visit", cast.ann_record, cast.ann_note_visit))
    looks = Look.objects.filter(patient_id=cast.ann_record.pk).values_list("part", "user_name")
    assert set(looks) == {("note", cast.okafor.username), ("visit", cast.ned.username)}


def test_a_trainees_note_waits_for_another_doctor(cast, note, url):
    trainee = cast.trainee
    answer = sign(cast, url, trainee)
    assert answer.status_code == 302
    record_page = chart_url("clinical_record", cast.ann_record, cast.ann_note_visit)
    cosign = chart_url("cosign_note", cast.ann_record, cast.ann_note_visit)
    patient = {"patient_id": cast.ann_record.pk}
    assert "Waits for a second signature" in cast.browse_as(trainee).get(record_page).content.decode()
    assert cast.browse_as(trainee).post(cosign, patient).status_code == 403
    assert "Co-sign note for HALE, Ann" in cast.browse_as(cast.okafor).get(record_page).content.decode()
    cast.browse_as(cast.okafor).post(cosign, patient)
    kinds = NoteSignature.objects.order_by("id").values_list("kind", "signed_by_name")
    assert list(kinds) == [("author", trainee.get_full_name()), ("cosigner", cast.okafor.get_full_name())]
    assert "Waits for" not in cast.browse_as(trainee).get(record_page).content.decode()


def test_nobody_co_signs_their_own_note_or_one_that_needs_none(cast, note):
    cosign = chart_url("cosign_note", cast.ann_record, cast.ann_note_visit)
    patient = {"patient_id": cast.ann_record.pk}
    with signed():
        cast.trainee.user_permissions.add(Permission.objects.get(codename="cosign_note"))
        signed_by(cast.trainee, note)
    answer = cast.browse_as(cast.trainee).post(cosign, patient, follow=True)
    assert "You have signed this note yourself" in answer.content.decode()
    with signed():
        signed_by(cast.okafor, written(cast.ann_visit))
    cosign = chart_url("cosign_note", cast.ann_record, cast.ann_visit)
    answer = cast.browse_as(cast.lund).post(cosign, patient, follow=True)
    assert "needs no second signature" in answer.content.decode()
    assert NoteSignature.objects.filter(kind="cosigner").count() == 0
