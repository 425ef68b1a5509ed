"""What a patient has told of family, operations, social life and smoking: written, replaced, taken for an error."""

import pytest
from django.utils import timezone

from audit.models import AuditLog, Look
from clinical.life import MODELS
from clinical.models import SmokingStatus, SocialHistory, SurgicalHistory
from clinical.tests.acting import assert_refused, audited, chart_url, send, shown, sql
from clinical.tests.factories import (
    FamilyHistoryFactory,
    SmokingStatusFactory,
    SocialHistoryFactory,
    SurgicalHistoryFactory,
)
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TYPED = {
    "family": {"relation": "father", "illness": "heart attack", "age_at_onset": "51", "died_of_it": "on"},
    "surgical": {"operation": "appendectomy", "done_on": "1/1/2004", "done_on_precision": "year"},
    "social": {"kind": "occupation", "words": "Nurse"},
    "smoking": {"status": "former", "packs_per_day": "0.5", "quit_on": "1/3/2015"},
}
SAID = {
    "family": "Father: heart attack, at 51, died of it",
    "surgical": "appendectomy, 2004",
    "social": "Occupation: Nurse",
    "smoking": "Former smoker, 0.5 packs a day, stopped 01-Mar-2015",
}
FACTORIES = {
    "family": FamilyHistoryFactory,
    "surgical": SurgicalHistoryFactory,
    "social": SocialHistoryFactory,
    "smoking": SmokingStatusFactory,
}
parts = pytest.mark.parametrize("part", TYPED)


@parts
def test_it_writes_what_was_told(cast, part):
    client, ann = cast.browse_as(cast.ned), cast.ann_record
    response = send(client, chart_url(f"add_{part}_history", ann), **TYPED[part])
    assert response.url == chart_url("history", ann)
    row = MODELS[part].objects.get()
    assert (row.patient, row.recorded_by, audited(row, "C", by=cast.ned)) == (ann, cast.ned, 1)
    assert SAID[part] in client.get(response.url).content.decode()
    assert Look.objects.filter(patient_id=ann.pk, part="history").exists()


@parts
def test_with_htmx_it_answers_a_fresh_form_and_the_list(cast, part):
    client, visit = cast.browse_as(cast.okafor), cast.ann_visit
    url = chart_url(f"add_{part}_history", cast.ann_record)
    form = shown(client, f"{url}?visit={visit.pk}") | TYPED[part]
    for _ in range(2):
        response = client.post(url, form, headers=HTMX)
        page = response.content.decode()
        assert (response.status_code, "<html" in page) == (200, False)
        assert 'id="history-list" class="card-stack" hx-swap-oob="true"' in page
    assert MODELS[part].objects.get().visit == visit


@pytest.mark.parametrize(
    ("part", "typed", "sentence"),
    [
        ("family", {"illness": " "}, "Enter the illness."),
        ("surgical", {"operation": ""}, "Enter the operation."),
        ("social", {"words": ""}, "Enter what is to be known."),
        ("smoking", {"status": "never", "packs_per_day": ""}, "Only a former smoker has stopped."),
        ("smoking", {"visit_id": "bo"}, "not one of this patient"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, part, typed, sentence):
    if "visit_id" in typed:
        typed = {"visit_id": cast.bo_visit.pk}
    url = chart_url(f"add_{part}_history", cast.ann_record)
    client, sent = cast.browse_as(cast.ned), TYPED[part] | typed
    form = shown(client, url) | sent
    for headers in ({}, HTMX):
        response = client.post(url, form, headers=headers)
        assert response.status_code == 422
        assert sentence in response.content.decode()
        assert response.context["form"].data.dict().items() >= {k: str(v) for k, v in sent.items()}.items()
    assert not MODELS[part].objects.exists()


def test_a_new_answer_replaces_the_old_one_which_is_kept(cast):
    client, ann = cast.browse_as(cast.ned), cast.ann_record
    SocialHistoryFactory(patient=ann, kind="alcohol", words="None")
    for part, model in (("social", SocialHistory), ("smoking", SmokingStatus)):
        old = FACTORIES[part](patient=ann)
        assert send(client, chart_url(f"add_{part}_history", ann), **TYPED[part]).status_code == 302
        old.refresh_from_db()
        assert old.replaced_at is not None
        assert model.objects.live().filter(patient=ann).count() == {"social": 2, "smoking": 1}[part]


@parts
def test_it_is_taken_for_an_error_once_and_with_a_reason(cast, part):
    row, client = FACTORIES[part](patient=cast.ann_record), cast.browse_as(cast.okafor)
    url, form = chart_url(f"void_{part}_history", cast.ann_record, row), {"patient_id": cast.ann_record.pk}
    assert "Say why it is an error." in client.post(url, form).content.decode()
    assert client.post(url, form | {"reason": "Another patient's"}).status_code == 302
    row.refresh_from_db()
    assert (row.voided_by, row.void_reason) == (cast.okafor, "Another patient's")
    assert str(row) not in client.get(chart_url("history", cast.ann_record)).content.decode()
    assert client.post(url, form | {"reason": "Again"}).status_code == 422
    assert audited(row, "U", by=cast.okafor) == 1


@parts
def test_the_desk_is_refused_and_anothers_row_is_not_found(cast, part):
    row = FACTORIES[part](patient=cast.bo_record)
    form = {"patient_id": cast.ann_record.pk, "reason": "x"} | TYPED[part]
    before = AuditLog.objects.filter(table_name=row._meta.db_table).count()
    url = chart_url(f"void_{part}_history", cast.ann_record, row)
    assert cast.browse_as(cast.okafor).post(url, form).status_code == 404
    assert cast.browse_as(cast.rosa).post(url, form).status_code == 403
    assert cast.browse_as(cast.rosa).post(chart_url(f"add_{part}_history", cast.ann_record), form).status_code == 403
    assert AuditLog.objects.filter(table_name=row._meta.db_table).count() == before


@parts
def test_the_database_keeps_what_was_said(part):
    row = FACTORIES[part]()
    rows, other, now = MODELS[part].objects.filter(pk=row.pk), PatientFactory(), timezone.now()
    assert_refused(
        "history_is_kept",
        lambda: rows.update(patient=other),
        lambda: rows.update(recorded_at=now),
        sql(f"UPDATE {row._meta.db_table} SET recorded_at = NOW(6) WHERE patient_id = %s", row.patient.pk),
    )
    noun = f"{part}_status" if part == "smoking" else f"{part}_history"
    assert_refused(f"{noun}_void_whole", lambda: rows.update(void_reason="x"))
    assert_refused(f"{noun}_visit", lambda: MODELS[part].objects.create(**fields(row), visit=VisitFactory()))


def fields(row):
    """The columns of a row's own kind, for another of the same patient."""
    common = {"id", "visit", "recorded_at", "voided_at", "voided_by", "void_reason", "recorded_by"}
    names = [each.name for each in row._meta.concrete_fields if not each.generated and each.name not in common]
    return {name: getattr(row, name) for name in names} | (
        {"replaced_at": timezone.now()} if "replaced_at" in names else {}
    )


def test_the_database_has_one_live_answer_of_a_kind():
    social, smoking = SocialHistoryFactory(), SmokingStatusFactory()
    assert_refused(
        "social_history_one_live",
        lambda: SocialHistory.objects.create(patient=social.patient, kind="occupation", words="x"),
    )
    assert_refused(
        "smoking_status_one_live",
        sql("INSERT INTO SmokingStatus (patient_id, status) VALUES (%s, 'never')", smoking.patient.pk),
    )
    for code, columns in (
        ("surgical_history_date_whole", {"done_on": "2020-01-01"}),
        ("surgical_history_precision_known", {"done_on": "2020-01-01", "done_on_precision": "week"}),
    ):
        assert_refused(
            code, lambda c=columns: SurgicalHistory.objects.create(patient=social.patient, operation="x", **c)
        )


def test_a_merge_moves_all_and_the_later_answer_stands(cast):
    kept, merged = PatientFactory(), PatientFactory()
    SmokingStatusFactory(patient=kept, status="former")
    for make in FACTORIES.values():
        make(patient=merged)
    with signed():
        merge_patients(kept.pk, merged.pk, reason="one person")
    assert [model.objects.filter(patient=kept).count() for model in MODELS.values()] == [1, 1, 1, 2]
    assert [model.objects.live().filter(patient=kept).count() for model in MODELS.values()] == [1, 1, 1, 1]
    assert SmokingStatus.objects.live().get(patient=kept).status == "never"


def test_the_list_takes_the_same_queries_however_long_it_is(cast, django_assert_max_num_queries):
    client, ann = cast.browse_as(cast.ned), cast.ann_record
    for n in range(8):
        FamilyHistoryFactory(patient=ann, illness=f"illness {n}")
    with django_assert_max_num_queries(10):
        client.get(chart_url("history", ann), headers=HTMX)
