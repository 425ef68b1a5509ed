"""What need not be typed: templates, text carried forward, phrases."""

import pytest

from clinical.models import CarriedText, NoteSection, NoteTemplate, Phrase
from clinical.tests.acting import assert_refused, audited, chart_url, sql
from clinical.tests.notes import as_user, sign, signed_by, written
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(db):
    with signed():
        return NoteTemplate.objects.create(title="Cough clinic", subjective="Cough since:", plan="Come back:")


@pytest.fixture
def earlier(cast):
    """A signed note of Ann's, from before the visit of today."""
    with signed():
        return signed_by(cast.okafor, written(cast.ann_note_visit, plan="Physiotherapy twice a week"))


@pytest.fixture
def today(cast):
    return VisitFactory(patient=cast.ann_record, provider=cast.lund_provider, date=day(0))


def press(cast, visit, verb, by=None, **typed):
    url = chart_url(verb, cast.ann_record, visit)
    return cast.browse_as(by or cast.lund).post(url, {"patient_id": cast.ann_record.pk} | typed)


def body(section):
    return NoteSection.objects.filter(section=section).values_list("body", flat=True).order_by("-id").first()


def test_a_template_fills_what_is_empty_and_what_was_typed_is_saved_first(cast, today, template):
    answer = press(cast, today, "use_template", template=template.pk, subjective="Cough", subjective_version="0")
    assert answer.status_code == 302
    assert (body("subjective"), body("plan")) == ("Cough", "Come back:")


def test_it_asks_for_a_template(cast, today):
    answer = press(cast, today, "use_template", template="", plan="Typed", plan_version="0")
    assert answer.status_code == 422
    assert "Choose a template first." in answer.content.decode()
    assert "Typed" in answer.content.decode()


def test_templates_of_the_kind_of_visit_come_first_and_retired_ones_not_at_all(cast, template):
    with signed():
        NoteTemplate.objects.create(title="A retired one", plan="x", retired_at="2026-01-01T00:00Z")
    offered = NoteTemplate.objects.offered_for(None)
    assert "A retired one" not in [each.title for each in offered]
    assert template in offered


def test_carried_text_is_marked_with_its_source_and_not_signed_unread(cast, earlier, today):
    assert press(cast, today, "carry_forward", carry="plan", plan="New:", plan_version="0").status_code == 302
    carried = CarriedText.objects.get()
    assert carried.source_note == earlier
    marked = f"Carried forward from {earlier.visit.date:%d-%b-%Y}, {earlier.visit.provider}:"
    assert body("plan") == f"New:\n\n{marked}\nPhysiotherapy twice a week"
    page = cast.browse_as(cast.lund).get(chart_url("visit", cast.ann_record, today)).content.decode()
    assert "Not read yet" in page
    with as_user(cast.lund):
        assert_refused("carried_text_unread", lambda: sign(carried.note))
    press(cast, today, "mark_read", carried=carried.pk)
    carried.refresh_from_db()
    assert carried.read_by == cast.lund
    assert audited(carried, "U", by=cast.lund) == 1
    with signed():
        signed_by(cast.lund, carried.note)


def test_it_is_carried_once(cast, earlier, today):
    press(cast, today, "carry_forward", carry="plan")
    answer = press(cast, today, "carry_forward", carry="plan")
    assert "carried forward already" in answer.content.decode()
    assert CarriedText.objects.count() == 1


def test_it_says_when_there_is_nothing_to_carry(cast, earlier, today):
    answer = press(cast, today, "carry_forward", carry="objective", objective="Typed", objective_version="0")
    assert answer.status_code == 422
    assert "No earlier signed note says anything in this part." in answer.content.decode()
    assert body("objective") == "Typed"


def test_a_page_that_is_open_gets_the_note_alone(cast, earlier, today):
    url = chart_url("carry_forward", cast.ann_record, today)
    form = {"patient_id": cast.ann_record.pk, "carry": "plan"}
    answer = cast.browse_as(cast.lund).post(url, form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    assert b"Physiotherapy" in answer.content


def test_ones_own_phrase_goes_before_the_clinics(cast):
    with signed():
        Phrase.objects.create(abbreviation="bp", body="The clinic's")
        Phrase.objects.create(abbreviation="bp", body="My own", user=cast.lund)
    assert cast.browse_as(cast.lund).get("/phrases.json").json()["bp"] == "My own"
    assert cast.browse_as(cast.okafor).get("/phrases.json").json()["bp"] == "The clinic's"


def test_a_phrase_is_one_small_word(cast):
    insert = "INSERT INTO Phrase (abbreviation, body) VALUES (%s, %s)"
    assert_refused("phrase_abbreviation_one_word", sql(insert, "two words", "x"), sql(insert, "a", "x"))
    assert_refused("phrase_body_not_blank", sql(insert, "blank", " "))
    with signed():
        sql(insert, "once", "x")()
    assert_refused("phrase_abbreviation_taken", sql(insert, "once", "y"))


def test_a_number_that_is_none_was_not_carried(cast, earlier, today):
    press(cast, today, "carry_forward", carry="plan")
    assert press(cast, today, "mark_read", carried="9" * 5000).status_code == 404
