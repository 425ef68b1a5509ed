"""The allergies in the banner: four states in words, in one query, for clinicians alone."""

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from clinical import allergies
from clinical.allergies import banner
from clinical.models import Allergy
from clinical.tests.acting import chart_url
from clinical.tests.factories import AllergyFactory, AllergyStatementFactory
from emr_site.tests.access_table import LINES, arguments
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
PATIENT_PAGES = [
    (name, of)
    for name, method, of, *statuses in LINES
    if method == "GET" and of.startswith("ann") and statuses[4] == "200"
]


def box(cast, who, patient):
    page = cast.browse_as(who).get(reverse("reception:patient", args=[patient.pk])).content.decode()
    return page.partition('<div class="pb-alg')[2].partition("</div></div>")[0].partition("</ul>")[0]


def test_it_says_known_and_names_the_gravest_first(cast):
    ann = cast.ann_record
    AllergyFactory(patient=ann, substance="latex", severity="mild", reaction=None)
    AllergyFactory(patient=ann, substance="penicillin", severity="severe", reaction="swollen lips")
    AllergyFactory(patient=ann, substance="egg", certainty="refuted")
    found = box(cast, cast.ned, ann)
    assert found.startswith('">')
    assert "Known<br>allergies" in found
    assert found.index("<b>penicillin</b>: swollen lips, severe") < found.index("<b>latex</b>: mild")
    assert "egg" not in found


def test_it_says_none_known_only_when_somebody_said_so(cast):
    AllergyStatementFactory(patient=cast.ann_record)
    assert "No known<br>allergies" in box(cast, cast.okafor, cast.ann_record)
    assert box(cast, cast.okafor, cast.ann_record).startswith(" none")


@pytest.mark.parametrize("answer", [None, "not_asked", "unable_to_answer"])
def test_it_says_not_recorded_while_nobody_has_answered(cast, answer):
    if answer:
        AllergyStatementFactory(patient=cast.ann_record)
        AllergyStatementFactory(patient=cast.ann_record, answer=answer)
    found = box(cast, cast.ned, cast.ann_record)
    assert "Allergies<br>not recorded" in found
    assert found.startswith(" unknown")


def test_it_says_unavailable_and_the_page_still_opens(cast, monkeypatch):
    def broken(*args):
        raise DatabaseError("gone")

    monkeypatch.setattr(allergies, "none_known", broken)
    found = box(cast, cast.ned, cast.ann_record)
    assert "Allergies<br>unavailable" in found
    assert found.startswith(" unknown")


def test_it_names_four_and_counts_the_others(cast):
    for n in range(7):
        AllergyFactory(patient=cast.ann_record, substance=f"pollen {n}", category="environment")
    found = box(cast, cast.ned, cast.ann_record)
    assert (found.count("<li>"), "and 3 more" in found) == (5, True)
    assert chart_url("allergies", cast.ann_record) in found


def test_no_medicine_is_left_out_and_medicines_come_before_what_is_as_grave(cast):
    for n in range(5):
        AllergyFactory(patient=cast.ann_record, substance=f"a pollen {n}", category="environment", severity="mild")
    for name in ("sulfonamides", "codeine"):
        AllergyFactory(patient=cast.ann_record, substance=name, category="medicine", severity="mild")
    AllergyFactory(patient=cast.ann_record, substance="aspirin", category="medicine", severity=None)
    found = box(cast, cast.ned, cast.ann_record)
    assert found.index("codeine") < found.index("sulfonamides") < found.index("a pollen 0")
    assert "aspirin" in found
    assert "and 3 more" in found


def test_it_takes_one_query(cast, django_assert_num_queries):
    AllergyFactory(patient=cast.ann_record)
    with django_assert_num_queries(1):
        assert banner(cast.ann_record)["more"] == 0


@pytest.mark.parametrize("change", ["ended_at", "voided_at"])
def test_an_allergy_supersedes_none_known_even_after_it_left_the_list(change):
    said = AllergyStatementFactory()
    with signed():
        row = AllergyFactory(patient=said.patient)
        assert banner(said.patient)["state"] == "known"
        reason = {"void_reason": "slip"} if change == "voided_at" else {}
        Allergy.objects.filter(pk=row.pk).update(**{change: timezone.now()}, **reason)
    assert banner(said.patient)["state"] is None
    AllergyStatementFactory(patient=said.patient)
    assert banner(said.patient)["state"] == "none"


@pytest.mark.parametrize(("name", "of"), PATIENT_PAGES)
def test_the_desk_reads_no_clinical_word(cast, name, of):
    cast.ann_visit, cast.ann_clinical_record  # noqa: B018
    AllergyFactory(patient=cast.ann_record, substance="penicillin", reaction="swollen lips")
    page = (
        cast.browse_as(cast.rosa)
        .get(reverse(name, kwargs=arguments(cast, name, of)))
        .content.decode(errors="replace")
        .lower()
    )
    for word in ("allerg", "penicillin", "swollen lips", "tonsillitis", "sore throat"):
        assert word not in page


def test_the_fragment_is_not_the_desks(cast):
    AllergyFactory(patient=cast.ann_record)
    response = cast.browse_as(cast.rosa).get(chart_url("allergies", cast.ann_record), headers={"HX-Request": "true"})
    assert response.status_code == 403
    assert "penicillin" not in response.content.decode()
