"""No page shows, and no form writes, one patient's row under another patient's name."""

import pytest

from audit.models import AuditLog
from clinical.models import ClinicalRecord, Prescription, Test
from clinical.tests.acting import chart_url
from clinical.tests.factories import ClinicalRecordFactory, TestFactory

pytestmark = pytest.mark.django_db
OF_A_VISIT = ["clinical_record", "create_clinical_record", "update_clinical_record", "delete_clinical_record"]
OF_A_PRESCRIPTION = ["prescription", "update_prescription", "end_prescription", "delete_prescription"]
OF_A_TEST = ["test", "update_test", "delete_test"]


@pytest.fixture
def of_bo(cast):
    """A row of Bo's for each kind of address."""
    test, record = TestFactory(visit=cast.bo_visit), ClinicalRecordFactory(visit=cast.bo_visit)
    rows = dict.fromkeys([*OF_A_VISIT, "create_test"], cast.bo_visit)
    rows |= dict.fromkeys(OF_A_PRESCRIPTION, cast.bo_prescription) | dict.fromkeys(OF_A_TEST, test)
    return rows, record


@pytest.mark.parametrize("name", [*OF_A_VISIT, "create_test", *OF_A_PRESCRIPTION, *OF_A_TEST])
def test_it_finds_nothing_of_bo_under_anns_address(cast, of_bo, name):
    url, client = chart_url(name, cast.ann_record, of_bo[0][name]), cast.browse_as(cast.okafor)
    writes = AuditLog.objects.exclude(event="sign_in").count()
    assert client.get(url).status_code == 404
    assert client.post(url, {"patient_id": cast.ann_record.pk}).status_code == 404
    assert AuditLog.objects.exclude(event="sign_in").count() == writes


@pytest.mark.parametrize("sent", ["bo", "nobody", "nonsense"])
@pytest.mark.parametrize(
    "name",
    ["start_visit", *OF_A_VISIT[1:], "create_prescription", *OF_A_PRESCRIPTION[1:], "create_test", *OF_A_TEST[1:]],
)
def test_it_takes_no_form_of_another_patients_chart(cast, name, sent):
    cast.call_everyone()
    own = {"prescription": cast.ann_prescription, "visit": cast.ann_visit, "test": cast.ann_test}
    own |= dict.fromkeys(OF_A_VISIT, cast.ann_visit) | {"start_visit": cast.ann_visit, "create_test": cast.ann_visit}
    own |= dict.fromkeys(OF_A_PRESCRIPTION, cast.ann_prescription) | dict.fromkeys(OF_A_TEST, cast.ann_test)
    rows = [model.objects.count() for model in (ClinicalRecord, Prescription, Test)]
    url = chart_url(name, cast.ann_record, *([own[name]] if name in own else []))
    patient_id = {"bo": cast.bo_record.pk, "nobody": "", "nonsense": "x"}[sent]
    typed = {"patient_id": patient_id, "medication": "ibuprofen", "symptoms": "Headache", "type": "Urine"}
    response = cast.browse_as(cast.okafor).post(url, typed)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Nothing is saved" in page
    assert "Headache" in page  # what was typed is not lost
    assert [model.objects.count() for model in (ClinicalRecord, Prescription, Test)] == rows
    cast.ann_visit.refresh_from_db()
    assert cast.ann_visit.started_at is None
