"""Addresses of the clinical room."""

from django.urls import path

from clinical.views import allergies, charts, life, portal, prescriptions, record_lists, records, tests

app_name = "clinical"
PATIENT = "patients/<int:patient_id>/"
RECORD = f"{PATIENT}visits/<int:visit_id>/record/"
PRESCRIPTIONS = f"{PATIENT}prescriptions/"
TESTS = f"{PATIENT}tests/"
ALLERGIES = f"{PATIENT}allergies/"
HISTORY = f"{PATIENT}history/"

urlpatterns = [
    path(PATIENT, charts.chart, name="chart"),
    path(f"{PATIENT}visits/", charts.visits, name="visits"),
    path(f"{PATIENT}records/", charts.records, name="records"),
    path(f"{PATIENT}visits/<int:visit_id>/start/", records.start_visit, name="start_visit"),
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
