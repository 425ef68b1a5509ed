"""Nothing is signed that was not on the screen: not the words, and not what was decided."""

import pytest

from clinical.models import NoteSignature, Prescription
from clinical.tests.acting import assert_refused, chart_url
from clinical.tests.factories import AllergyFactory, PrescriptionFactory, TestFactory, VisitDiagnosisFactory
from clinical.tests.notes import as_user, on_the_screen, sign, written
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast):
    return written(cast.ann_note_visit, subjective="Sore throat", plan="Rest")


@pytest.fixture
def url(cast):
    return chart_url("sign_note", cast.ann_record, cast.ann_note_visit)


def test_it_refuses_whoever_says_nothing_of_what_was_seen(cast, note):
    with as_user(cast.okafor):
        assert_refused(
            "note_has_changed",
            lambda: sign(note, versions=None),
            lambda: sign(note, versions=""),
            lambda: sign(note, content=None),
            lambda: sign(note, content="0" * 64),
        )
    assert not NoteSignature.objects.exists()


def ordered_by_another(kind, visit):
    if kind == "prescription":
        PrescriptionFactory(patient=visit.patient, visit=visit, medication="warfarin")
    elif kind == "test":
        TestFactory(visit=visit, type="Biopsy")
    else:
        VisitDiagnosisFactory(visit=visit, problem__description="Lymphoma")


@pytest.mark.parametrize(("kind", "new"), [("prescription", "warfarin"), ("test", "Biopsy"), ("diagnosis", "Lymphoma")])
def test_it_shows_what_another_has_ordered_meanwhile_and_signs_it_only_then(cast, note, url, kind, new):
    client, patient = cast.browse_as(cast.okafor), {"patient_id": cast.ann_record.pk}
    seen = on_the_screen(note)
    ordered_by_another(kind, note.visit)
    answer = client.post(url, patient | seen)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "since you last saw it" in page
    assert new in page.split('class="to-sign"')[1].split("</dl>")[0]
    assert not NoteSignature.objects.exists()
    marks = {name: answer.context[name] for name in ("versions", "content")}
    assert client.post(url, patient | marks).status_code == 302
    assert new in NoteSignature.objects.get().content


def test_it_refuses_what_has_changed_in_an_order(cast, note):
    with signed():
        order = PrescriptionFactory(patient=cast.ann_record, visit=note.visit, medication="metformin")
    seen = on_the_screen(note)
    with signed():
        Prescription.objects.filter(pk=order.pk).update(dosage="5000 mg")
    with as_user(cast.okafor):
        assert_refused("note_has_changed", lambda: sign(note, **seen))


def test_the_page_shows_all_that_is_signed_and_for_whom(cast, note, url):
    AllergyFactory(patient=cast.ann_record, substance="penicillin")
    PrescriptionFactory(patient=cast.ann_record, visit=note.visit, medication="amoxicillin", dosage="500 mg")
    TestFactory(visit=note.visit, type="CRP")
    VisitDiagnosisFactory(visit=note.visit, problem__description="Tonsillitis")
    form = cast.browse_as(cast.okafor).get(url).content.decode().split('class="sign-form"')[1]
    for words in ("Sore throat", "Tonsillitis", "amoxicillin, 500 mg", "CRP", "HALE, Ann", "14-Aug-1980", "penicillin"):
        assert words in form


def test_a_dialog_fetches_the_same_with_its_marks(cast, note, url):
    answer = cast.browse_as(cast.okafor).get(url, headers={"HX-Request": "true"})
    fragment = answer.content.decode()
    assert "<html" not in fragment
    assert f'name="content" value="{on_the_screen(note)["content"]}"' in fragment
    assert 'name="versions" value="plan:1,subjective:1"' in fragment
    assert "data-close" in fragment
