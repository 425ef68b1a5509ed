"""The page of a visit in a browser, and what is typed there."""

import re

from django.utils import timezone

from billing.models import Fee
from clinical.icd10_list import write_list
from clinical.models import NoteSection
from clinical.tests.factories import PrescriptionFactory, TestFactory
from clinical.tests.icd10 import SMALL_LIST
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

WORDS = "Sore throat for three days, no fever"


def ann_has_come(cast):
    """The visit of Ann, who waits; Dr Okafor has prescribed and ordered before, so that there are favourites."""
    earlier = VisitFactory(patient=cast.bo_record, provider=cast.okafor_provider, date=day(-5))
    PrescriptionFactory(
        patient=cast.bo_record, visit=earlier, provider=cast.okafor_provider, medication="amoxicillin", dosage="500 mg"
    )
    TestFactory(visit=earlier, type="CRP")
    with signed():
        write_list(SMALL_LIST)
        Fee.objects.create(code="V1", title="CRP", amount="60.00", test_type="CRP")
    return VisitFactory(
        patient=cast.ann_record, provider=cast.okafor_provider, date=day(0), arrived_at=timezone.now(), reason="Cough"
    )


def subjective():
    return NoteSection.objects.filter(section="subjective").values_list("body", flat=True).first()


def type_words(page, words=WORDS):
    page.get_by_label("Subjective", exact=True).press_sequentially(words)


def wait_saved(page):
    page.locator("#save-state").get_by_text(re.compile("^Saved")).wait_for()
