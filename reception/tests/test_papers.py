"""Letters and the day list as PDF: what stands on them, who may print them, and what they may load."""

import io
from datetime import time

import pytest
from PIL import ImageFile
from pypdf import PdfReader

from audit.models import AuditLog, Look
from emr_site.templatetags.emr import weekday_date
from emr_site.tests.factories import signed
from reception.models import Appointment, MessageTemplate, Patient
from reception.outbox.letters import letter_of, paragraphs_of
from reception.papers import pdf, static_file
from reception.tests.desk import today_at, url
from reception.tests.factories import AppointmentFactory, AppointmentTypeFactory, PatientFactory, day
from reception.tests.record_factories import PatientPhoneFactory

pytestmark = pytest.mark.django_db
DAY_LIST = "/board/day-list.pdf"


@pytest.fixture
def desk(cast):
    return cast.browse_as(cast.rosa)


def read(answer):
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    reader = PdfReader(io.BytesIO(answer.content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def fasting(**patient):
    kind = AppointmentTypeFactory(name="Blood test", preparation="Eat nothing after midnight.")
    patient = PatientFactory(given_name="Ann", family_name="Hale", address="3 Elm Row", city="Leeds", **patient)
    return AppointmentFactory(patient=patient, appointment_type=kind)


def test_the_letter_says_who_when_where_and_what_to_do_before(desk):
    _, text = read(desk.get(url("appointment_letter", fasting())))
    for words in ("Ann Hale", "3 Elm Row", "Leeds", "at 10:30", "Dr. Paula", "12 Northgate Street", "after midnight"):
        assert words in text
    assert "Check-up" not in text


def test_the_letter_is_tagged_and_in_the_language_of_the_patient(desk):
    reader, text = read(desk.get(url("appointment_letter", fasting(language="es-MX"))))
    assert "Le hemos reservado esta cita" in text
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("es", True)
    assert reader.metadata.title.startswith("Su cita del")


def test_the_part_about_preparation_is_left_out_where_there_is_none(cast):
    letter = letter_of(cast.ann_appointment)
    assert not [text for text in letter.paragraphs if "Before you come" in text]
    assert paragraphs_of("a\r\n\r\nDo: {preparation}\n\nb", {"preparation": ""}) == ["a", "b"]


def test_every_language_of_the_product_has_words_for_letters():
    words = MessageTemplate.objects.filter(code="appointment_letter", channel="letter")
    assert {each.language for each in words} == {"en", "es", "fr", "de"}


def test_the_letter_is_a_look_and_none_is_written_about_what_is_over(desk, cast):
    row = cast.ann_appointment
    desk.get(url("appointment_letter", row))
    assert Look.objects.filter(patient_id=row.patient_id, part="appointment").count() == 1
    with signed():
        Appointment.objects.filter(pk=row.pk).update(status="Cancelled", cancel_reason="Ill")
    assert desk.get(url("appointment_letter", row)).status_code == 404
    assert "letter.pdf" not in desk.get(url("appointment", row)).content.decode()


def test_the_page_of_the_appointment_and_the_list_lead_to_the_papers(desk, cast):
    assert url("appointment_letter", cast.ann_appointment) in desk.get(url("appointment", cast.ann_appointment)).text
    assert f"{DAY_LIST}?day={day(3).isoformat()}" in desk.get("/appointments/", {"day": day(3).isoformat()}).text


def test_the_day_list_shows_the_day_by_the_clock_without_a_clinical_word(desk, cast):
    patient = PatientFactory(family_name="Zuse", language="de", interpreter_needed=True)
    PatientPhoneFactory(patient=patient, number="01632 961 777", for_reminders=True)
    today_at("16:00", provider=cast.okafor_provider, patient=patient)
    today_at("09:00", provider=cast.okafor_provider, patient=cast.ann_record)
    today_at("11:00", provider=cast.lund_provider, patient=cast.bo_record)
    _, text = read(desk.get(DAY_LIST))
    places = [text.index(words) for words in ("Okafor", "HALE, Ann", "ZUSE")]
    assert places == sorted(places)
    for words in ("01632 960 201", "01632 961 777", "Interpreter: German", "14-Aug-1980", "Booked", "WINTER, Bo"):
        assert words in text
    assert "Check-up" not in text


def test_every_sheet_of_the_day_list_says_of_which_day_and_practice_it_is(desk, cast):
    today_at("09:00", provider=cast.okafor_provider, patient=cast.ann_record)
    today_at("09:00", provider=cast.lund_provider, patient=cast.bo_record)
    reader, _ = read(desk.get(DAY_LIST))
    assert len(reader.pages) == 2
    for number, sheet in enumerate(reader.pages, start=1):
        text = sheet.extract_text()
        for words in ("Northgate Clinic", weekday_date(day(0)), f"{number} / 2"):
            assert words in text


def test_the_day_list_leaves_out_what_is_cancelled_and_can_be_of_one_provider(desk, cast):
    with signed():
        gone = today_at("10:00", patient=cast.bo_record)
        Appointment.objects.filter(pk=gone.pk).update(status="Cancelled", cancel_reason="Ill")
    today_at("09:00", provider=cast.okafor_provider, patient=cast.ann_record)
    today_at("09:00", provider=cast.lund_provider, patient=PatientFactory(family_name="Other"))
    _, text = read(desk.get(DAY_LIST, {"provider": cast.okafor_provider.pk}))
    assert "HALE" in text
    assert "WINTER" not in text
    assert "OTHER" not in text


def test_the_day_list_is_an_export_in_the_audit(desk):
    _, text = read(desk.get(DAY_LIST, {"day": "2026-11-24"}))
    assert "Nothing is booked" in text
    event = AuditLog.objects.filter(event="export").get()
    assert event.user_name == "rosa"


def test_a_day_that_cannot_be_read_is_said_and_not_printed(desk):
    answer = desk.get(DAY_LIST, {"day": "32/13/2026"})
    assert answer.status_code == 422
    assert not AuditLog.objects.filter(event="export").exists()


def test_the_day_list_asks_the_same_however_long_the_day(desk, cast, django_assert_max_num_queries):
    for minute in range(0, 60, 15):
        today_at(time(9, minute).isoformat(), provider=cast.okafor_provider)
        today_at(time(9, minute).isoformat(), provider=cast.lund_provider)
    with django_assert_max_num_queries(8):
        read(desk.get(DAY_LIST))


def test_no_paper_loads_anything_but_our_own_static_files():
    for address in ("https://elsewhere.example/a.png", "file:///etc/passwd", "https://papers.invalid/manage.py"):
        assert static_file(address) is None
        with pytest.raises(ValueError, match="A paper asks for"):
            pdf(f'<html lang="en"><title>x</title><img alt="" src="{address}"></html>')
    with pytest.raises(Exception, match="outside"):
        static_file("https://papers.invalid/static/../emr_site/settings.py")
    assert static_file("https://papers.invalid/static/css/paper.css").name == "paper.css"


def test_printing_leaves_the_judgement_of_pictures_alone():
    pdf('<html lang="en"><title>x</title></html>')
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_what_a_name_holds_is_not_read_as_a_page(desk, cast):
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(given_name="<img src=x>")
    _, text = read(desk.get(url("appointment_letter", cast.ann_appointment)))
    assert "<img src=x>" in text
