"""Saving what is typed in a note, from the page's autosave and from a plain form."""

from uuid import uuid4

import pytest

from clinical.models import Note, NoteSection
from clinical.tests.acting import audited, chart_url
from clinical.tests.notes import signed_by, written
from emr_site.tests.factories import signed
from emr_site.tests.races import at_once

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def url(cast):
    return chart_url("save_note", cast.ann_record, cast.ann_note_visit)


def save(cast, url, by, headers=JSON, **typed):
    return cast.browse_as(by).post(url, {"patient_id": cast.ann_record.pk} | typed, headers=headers)


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_saves_and_says_the_version(cast, url, role):
    by = getattr(cast, role)
    answer = save(cast, url, by, plan="Rest", plan_version="0")
    assert (answer.status_code, answer.json()["versions"]["plan"]) == (200, 1)
    answer = save(cast, url, by, plan="Rest and fluids\r\nBack in a week", plan_version="1")
    assert answer.json()["versions"]["plan"] == 2
    section = NoteSection.objects.get()
    assert (section.body, section.saved_by) == ("Rest and fluids\nBack in a week", by)
    assert (audited(section, "C", by=by), audited(section, "U", by=by)) == (1, 1)


def test_it_writes_nothing_where_nothing_changed(cast, url):
    save(cast, url, cast.okafor, plan="", plan_version="0")
    assert not Note.objects.exists()
    save(cast, url, cast.okafor, plan="Rest", plan_version="0")
    answer = save(cast, url, cast.ned, plan="Rest", plan_version="0")
    assert (answer.status_code, answer.json()["versions"]["plan"]) == (200, 1)


def test_it_keeps_both_texts_and_saves_what_does_not_clash(cast, url):
    with signed():
        written(cast.ann_note_visit, plan="Hers")
    save(cast, url, cast.ned, plan="His", plan_version="1")
    answer = save(
        cast, url, cast.okafor, plan="Hers again", plan_version="1", subjective="Cough", subjective_version="0"
    )
    assert answer.status_code == 409
    assert answer.json()["conflicts"]["plan"]["body"] == "His"
    assert answer.json()["conflicts"]["plan"]["by"] == cast.ned.get_full_name()
    bodies = dict(NoteSection.objects.values_list("section", "body"))
    assert bodies == {"plan": "His", "subjective": "Cough"}


def test_a_plain_form_is_shown_both_texts_and_then_replaces_what_it_saw(cast, url):
    with signed():
        written(cast.ann_note_visit, plan="Hers")
    save(cast, url, cast.ned, plan="His", plan_version="1")
    answer = save(cast, url, cast.okafor, headers={}, plan="Mine", plan_version="1")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "\nMine</textarea>" in page
    assert ">His</div>" in page
    assert 'name="plan_version" value="2"' in page
    assert save(cast, url, cast.okafor, headers={}, plan="His. Mine", plan_version="2").status_code == 302
    assert NoteSection.objects.get().body == "His. Mine"


def test_it_saves_nothing_into_a_signed_note(cast, url):
    with signed():
        signed_by(cast.okafor, written(cast.ann_note_visit))
    answer = save(cast, url, cast.ned, plan="Later", plan_version="0")
    assert answer.status_code == 422
    assert "is signed and cannot be changed" in answer.json()["errors"][0]
    answer = save(cast, url, cast.ned, headers={}, plan="Later", plan_version="0")
    assert answer.status_code == 422
    assert "Later" in answer.content.decode()


def test_it_begins_no_note_beside_a_clinical_record(cast):
    assert cast.ann_clinical_record
    answer = save(cast, chart_url("save_note", cast.ann_record, cast.ann_visit), cast.ned, plan="x", plan_version="0")
    assert "has its clinical record already" in answer.json()["errors"][0]


def test_it_refuses_what_is_too_long_and_keeps_it(cast, url):
    answer = save(cast, url, cast.okafor, headers={}, plan="x" * 15001, plan_version="0")
    assert answer.status_code == 422
    assert "x" * 15001 in answer.content.decode()
    assert not Note.objects.exists()


def test_it_is_not_the_desks_to_write(cast, url):
    assert save(cast, url, cast.rosa, plan="x", plan_version="0").status_code == 403


def test_another_patients_visit_is_not_found(cast):
    url = chart_url("save_note", cast.ann_record, cast.bo_visit)
    assert save(cast, url, cast.okafor, plan="x", plan_version="0").status_code == 404


def test_it_writes_nothing_for_another_patient_than_was_on_the_screen(cast, url):
    form = {"patient_id": cast.bo_record.pk, "plan": "Meant for Bo", "plan_version": "0"}
    answer = cast.browse_as(cast.okafor).post(url, form)
    assert answer.status_code == 409
    assert "Meant for Bo" in answer.content.decode()
    assert not Note.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_at_once_write_into_one_note(cast, url):
    presses = []
    for section in ("intake", "subjective", "objective", "assessment", "plan") * 2:
        client = cast.browse_as(cast.okafor)
        form = {"patient_id": cast.ann_record.pk, section: f"{section} {uuid4()}", f"{section}_version": "0"}
        presses.append(lambda client=client, form=form: client.post(url, form, headers=JSON))
    answers = at_once(presses)
    # Of the two who wrote in one section, one is shown the other's text.
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [409] * 5
    assert (Note.objects.count(), NoteSection.objects.count()) == (1, 5)
