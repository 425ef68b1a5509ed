"""The chart in the back office: to read, and each reading a look."""

import pytest
from django.urls import reverse

from audit.models import Look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("noun", ["clinical_record", "prescription", "test"])
def test_what_is_clinical_is_read_and_never_edited(cast, noun):
    row = getattr(cast, f"ann_{noun}")
    name = f"admin:clinical_{row._meta.model_name}"
    client = cast.browse_as(cast.ada)
    assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
    assert Look.objects.get().patient_id == cast.ann_record.pk
    assert client.post(reverse(f"{name}_change", args=[row.pk]), {"notes": "x"}).status_code == 403
    assert client.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    assert client.get(reverse(f"{name}_add")).status_code == 403


def test_records_are_found_by_the_patients_number(cast):
    assert cast.ann_clinical_record
    client = cast.browse_as(cast.sam)
    url = reverse("admin:clinical_clinicalrecord_changelist")
    assert "HALE, Ann" in client.get(url, {"q": cast.ann_record.mrn}).content.decode()
    assert "HALE, Ann" not in client.get(url, {"q": cast.bo_record.mrn}).content.decode()
