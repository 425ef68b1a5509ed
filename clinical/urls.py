"""Addresses of the clinical room."""

from django.urls import path

from clinical.views import (
    allergies,
    charts,
    diagnoses,
    follow_up,
    icd10,
    life,
    my_day,
    notes,
    orders,
    phrases,
    portal,
    prescriptions,
    problems,
    record_lists,
    records,
    signatures,
    summaries,
    tests,
    visits,
    vitals,
)

app_name = "clinical"
PATIENT = "patients/<int:patient_id>/"
VISIT = f"{PATIENT}visits/<int:visit_id>/"
RECORD = f"{VISIT}record/"
NOTE = f"{VISIT}note/"
VITALS = f"{PATIENT}vitals/"
PRESCRIPTIONS = f"{PATIENT}prescriptions/"
TESTS = f"{PATIENT}tests/"
PROBLEMS = f"{PATIENT}problems/"
DIAGNOSES = f"{PATIENT}visits/<int:visit_id>/diagnoses/"
ALLERGIES = f"{PATIENT}allergies/"
HISTORY = f"{PATIENT}history/"

urlpatterns = [
    path(PATIENT, charts.chart, name="chart"),
    path(f"{PATIENT}summary.pdf", summaries.printed_summary, name="printed_summary"),
    path(f"{PATIENT}visits/", charts.visits, name="visits"),
    path(f"{PATIENT}records/", charts.records, name="records"),
    path(f"{PATIENT}visits/<int:visit_id>/start/", records.start_visit, name="start_visit"),
    path(VITALS, vitals.vital_signs, name="vital_signs"),
    path(f"{VITALS}new/", vitals.record_vital_signs, name="record_vital_signs"),
    path(f"{VITALS}<int:pk>/void/", vitals.void_vital_signs, name="void_vital_signs"),
    path(VISIT, visits.visit, name="visit"),
    path(f"{VISIT}news/", visits.visit_news, name="visit_news"),
    path(f"{VISIT}prescribe/", orders.prescribe_at_visit, name="prescribe_at_visit"),
    path(f"{VISIT}order-test/", orders.order_test_at_visit, name="order_test_at_visit"),
    path(f"{VISIT}follow-up/", follow_up.follow_up_times, name="follow_up_times"),
    path(f"{VISIT}follow-up/book/", follow_up.book_follow_up, name="book_follow_up"),
    path(NOTE, notes.note_state, name="note_state"),
    path(f"{NOTE}save/", notes.save_note, name="save_note"),
    path(f"{NOTE}template/", notes.use_template, name="use_template"),
    path(f"{NOTE}carry/", notes.carry_forward, name="carry_forward"),
    path(f"{NOTE}read/", notes.mark_read, name="mark_read"),
    path(f"{NOTE}sign/", signatures.sign_note, name="sign_note"),
    path(f"{NOTE}cosign/", signatures.cosign_note, name="cosign_note"),
    path(f"{NOTE}addendum/", signatures.add_addendum, name="add_addendum"),
    path("medicines/", orders.medicine_options, name="medicine_options"),
    path("my-day/", my_day.my_day, name="my_day"),
    path("phrases.json", phrases.phrase_list, name="phrase_list"),
    path("phrases/", phrases.phrases, name="phrases"),
    path("phrases/<int:pk>/delete/", phrases.delete_phrase, name="delete_phrase"),
    path(RECORD, records.clinical_record, name="clinical_record"),
    path(f"{RECORD}new/", records.create_clinical_record, name="create_clinical_record"),
    path(f"{RECORD}edit/", records.update_clinical_record, name="update_clinical_record"),
    path(f"{RECORD}delete/", records.delete_clinical_record, name="delete_clinical_record"),
    path("clinical-records/", record_lists.clinical_records, name="clinical_records"),
    path(PRESCRIPTIONS, prescriptions.prescriptions, name="prescriptions"),
    path(f"{PRESCRIPTIONS}new/", prescriptions.create_prescription, name="create_prescription"),
    path(f"{PRESCRIPTIONS}<int:pk>/", prescriptions.prescription, name="prescription"),
    path(f"{PRESCRIPTIONS}<int:pk>/edit/", prescriptions.update_prescription, name="update_prescription"),
    path(f"{PRESCRIPTIONS}<int:pk>/end/", prescriptions.end_prescription, name="end_prescription"),
    path(f"{PRESCRIPTIONS}<int:pk>/delete/", prescriptions.delete_prescription, name="delete_prescription"),
    path(TESTS, tests.tests, name="tests"),
    path(f"{PATIENT}visits/<int:visit_id>/tests/new/", tests.create_test, name="create_test"),
    path(f"{TESTS}<int:pk>/", tests.test, name="test"),
    path(f"{TESTS}<int:pk>/edit/", tests.update_test, name="update_test"),
    path(f"{TESTS}<int:pk>/delete/", tests.delete_test, name="delete_test"),
    path(PROBLEMS, problems.problems, name="problems"),
    path(f"{PROBLEMS}new/", problems.add_problem, name="add_problem"),
    path(f"{PROBLEMS}<int:pk>/edit/", problems.update_problem, name="update_problem"),
    path(f"{PROBLEMS}<int:pk>/resolve/", problems.resolve_problem, name="resolve_problem"),
    path(f"{PROBLEMS}<int:pk>/reopen/", problems.reopen_problem, name="reopen_problem"),
    path(f"{PROBLEMS}<int:pk>/void/", problems.void_problem, name="void_problem"),
    path(DIAGNOSES, diagnoses.diagnoses, name="diagnoses"),
    path(f"{DIAGNOSES}new/", diagnoses.add_diagnosis, name="add_diagnosis"),
    path(f"{DIAGNOSES}<int:pk>/remove/", diagnoses.remove_diagnosis, name="remove_diagnosis"),
    path("icd10/", icd10.icd10_options, name="icd10_options"),
    path("my/prescriptions/", portal.my_prescriptions, name="my_prescriptions"),
    path("my/prescriptions/<int:pk>/", portal.my_prescription, name="my_prescription"),
    path(ALLERGIES, allergies.allergies, name="allergies"),
    path(f"{ALLERGIES}new/", allergies.create_allergy, name="create_allergy"),
    path(f"{ALLERGIES}answer/", allergies.state_allergies, name="state_allergies"),
    path(f"{ALLERGIES}<int:pk>/edit/", allergies.update_allergy, name="update_allergy"),
    path(f"{ALLERGIES}<int:pk>/verify/", allergies.verify_allergy, name="verify_allergy"),
    path(f"{ALLERGIES}<int:pk>/end/", allergies.end_allergy, name="end_allergy"),
    path(f"{ALLERGIES}<int:pk>/void/", allergies.void_allergy, name="void_allergy"),
    path(HISTORY, life.history, name="history"),
    path(f"{HISTORY}family/new/", life.add_history, {"part": "family"}, name="add_family_history"),
    path(f"{HISTORY}family/<int:pk>/void/", life.void_history, {"part": "family"}, name="void_family_history"),
    path(f"{HISTORY}surgical/new/", life.add_history, {"part": "surgical"}, name="add_surgical_history"),
    path(f"{HISTORY}surgical/<int:pk>/void/", life.void_history, {"part": "surgical"}, name="void_surgical_history"),
    path(f"{HISTORY}social/new/", life.add_history, {"part": "social"}, name="add_social_history"),
    path(f"{HISTORY}social/<int:pk>/void/", life.void_history, {"part": "social"}, name="void_social_history"),
    path(f"{HISTORY}smoking/new/", life.add_history, {"part": "smoking"}, name="add_smoking_history"),
    path(f"{HISTORY}smoking/<int:pk>/void/", life.void_history, {"part": "smoking"}, name="void_smoking_history"),
]
