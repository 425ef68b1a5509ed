"""Addresses of the clinical room."""

from django.urls import path

from clinical.views import charts, diagnoses, icd10, portal, prescriptions, problems, record_lists, records, tests

app_name = "clinical"
PATIENT = "patients/<int:patient_id>/"
RECORD = f"{PATIENT}visits/<int:visit_id>/record/"
PRESCRIPTIONS = f"{PATIENT}prescriptions/"
TESTS = f"{PATIENT}tests/"
PROBLEMS = f"{PATIENT}problems/"
DIAGNOSES = f"{PATIENT}visits/<int:visit_id>/diagnoses/"

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
]
