"""A patient's picture: small, without what a camera wrote, shown to whom it may concern."""

import hashlib
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, audited, shown, sql
from emr_site.tests.factories import signed
from reception.models import PatientPhoto
from reception.tests.record_factories import picture

pytestmark = pytest.mark.django_db


def url(name, patient):
    return reverse(f"reception:{name}", args=[patient.pk])


def upload(client, patient, content):
    page = url("change_photo", patient)
    typed = shown(client, page) | {"photo": SimpleUploadedFile("photo.jpg", content, "image/jpeg")}
    return client.post(page, typed)


def with_place():
    """The bytes of a large picture that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "51.5 N, 0.1 W"
    return picture(1200, 800, exif=exif)


@pytest.fixture
def rosa(cast):
    return cast.browse_as(cast.rosa)


@pytest.fixture
def ann(cast):
    return cast.ann_record


@pytest.mark.parametrize("content", [with_place(), picture(600, 900, "PNG"), picture(600, 900, "WEBP")])
def test_it_keeps_a_small_picture_without_its_place(cast, rosa, ann, content):
    assert upload(rosa, ann, content).status_code == 302
    kept = PatientPhoto.objects.get(patient=ann)
    image = Image.open(io.BytesIO(kept.image))
    assert image.format == "JPEG"
    assert max(image.size) == 256
    assert not image.getexif()
    assert b"51.5" not in kept.image
    assert audited(kept, "C", by=cast.rosa) == 1


def test_it_shows_it_to_colleagues_and_to_the_patient(cast, rosa, ann):
    upload(rosa, ann, picture())
    for response in (rosa.get(url("photo", ann)), cast.browse_as(cast.ann).get("/my/photo/")):
        assert response["Content-Type"] == "image/jpeg"
        assert response["Cache-Control"] == "no-store"
        assert response.content.startswith(b"\xff\xd8\xff")
    for page in (url("patient", ann), url("edit_patient", ann)):
        assert f'src="{url("photo", ann)}"' in rosa.get(page).content.decode()
    assert "/my/photo/" in cast.browse_as(cast.ann).get("/my/information/").content.decode()
    assert cast.browse_as(cast.bo).get(url("photo", ann)).status_code == 404


def test_without_a_picture_there_is_none(rosa, ann):
    assert rosa.get(url("photo", ann)).status_code == 404
    assert "pb-photo" not in rosa.get(url("patient", ann)).content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no picture", "This is no picture that can be read."),
        (picture(600, 900)[:3000], "This is no picture that can be read."),
        (picture(10, 10, "GIF"), "This is no picture that can be read."),
        (b"x" * (5 * 1024 * 1024 + 1), "This file is larger than 5 MB."),
        (picture(9000, 9000, "PNG"), "This is no picture that can be read."),
    ],
    ids=["text", "cut off", "another kind", "too large", "unfolds too large"],
)
def test_it_refuses_what_is_no_picture(rosa, ann, content, sentence):
    response = upload(rosa, ann, content)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not PatientPhoto.objects.exists()


def test_it_replaces_and_removes(cast, rosa, ann):
    upload(rosa, ann, picture())
    upload(rosa, ann, picture(80, 80))
    photo = PatientPhoto.objects.get(patient=ann)
    assert audited(photo, "U", by=cast.rosa) == 1
    assert rosa.post(url("remove_photo", ann), {"patient_id": ann.pk}).status_code == 302
    assert not PatientPhoto.objects.exists()
    assert audited(photo, "D", by=cast.rosa) == 1


def test_the_audit_keeps_its_sha256_and_not_the_picture(cast):
    photo = cast.ann_photo
    before = hashlib.sha256(photo.image).hexdigest()
    with signed():
        sql("UPDATE PatientPhoto SET image = %s WHERE patient_photo_id = %s", picture(99, 99), photo.pk)()
        PatientPhoto.objects.get(pk=photo.pk).delete()
    created, changed, deleted = AuditLog.objects.filter(table_name="PatientPhoto").order_by("id")
    after = hashlib.sha256(picture(99, 99)).hexdigest()
    assert created.new_value["image"] == before
    assert (changed.old_value, changed.new_value) == ({"image": before}, {"image": after})
    assert deleted.old_value["image"] == after
    assert {each.patient_id for each in (created, changed, deleted)} == {cast.ann_record.pk}


def test_the_database_takes_one_small_jpeg_a_patient(cast, ann):
    insert = "INSERT INTO PatientPhoto (patient_id, image) VALUES (%s, %s)"
    for code, content in (("patient_photo_is_jpeg", b"GIF89a"), ("patient_photo_small", b"\xff\xd8\xff" * 70000)):
        assert_refused(
            code,
            lambda c=content: PatientPhoto.objects.create(patient=ann, image=c),
            sql(insert, ann.pk, content),
        )
    assert cast.ann_photo
    assert_refused("patient_photo_one", sql(insert, ann.pk, picture()))
    assert connection.is_usable()
