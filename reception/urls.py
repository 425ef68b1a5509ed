"""Addresses of the reception room."""

from django.urls import path

from reception.views import appointments, board, demographics, insurances, patients, photos, portal, search

app_name = "reception"
PATIENT = "patients/<int:patient_id>/"

urlpatterns = [
    path("patients/", search.patients, name="patients"),
    path("patients/find/", search.quick_search, name="find_patients"),
    path("patients/new/", patients.register_patient, name="register_patient"),
    path("patients/unknown/", patients.register_unknown, name="register_unknown"),
    path("patients/new/birth-date/", patients.read_birth_date, name="read_birth_date"),
    path(f"{PATIENT}information/", patients.patient, name="patient"),
    path(f"{PATIENT}edit/", patients.edit_patient, name="edit_patient"),
    path(f"{PATIENT}deactivate/", patients.deactivate_patient, name="deactivate_patient"),
    path(f"{PATIENT}reactivate/", patients.reactivate_patient, name="reactivate_patient"),
    path(f"{PATIENT}delete/", patients.delete_patient, name="delete_patient"),
    path(f"{PATIENT}photo/", photos.photo, name="photo"),
    path(f"{PATIENT}photo/change/", photos.change_photo, name="change_photo"),
    path(f"{PATIENT}photo/remove/", photos.remove_photo, name="remove_photo"),
    path(f"{PATIENT}phones/new/", demographics.add_phone, name="add_phone"),
    path(f"{PATIENT}phones/<int:pk>/edit/", demographics.edit_phone, name="edit_phone"),
    path(f"{PATIENT}phones/<int:pk>/remove/", demographics.remove_phone, name="remove_phone"),
    path(f"{PATIENT}contacts/new/", demographics.add_contact, name="add_contact"),
    path(f"{PATIENT}contacts/<int:pk>/edit/", demographics.edit_contact, name="edit_contact"),
    path(f"{PATIENT}contacts/<int:pk>/remove/", demographics.remove_contact, name="remove_contact"),
    path(f"{PATIENT}insurances/new/", insurances.add_insurance, name="add_insurance"),
    path(f"{PATIENT}insurances/<int:pk>/edit/", insurances.edit_insurance, name="edit_insurance"),
    path("board/", board.board, name="board"),
    path("appointments/", board.appointments, name="appointments"),
    path("appointments/new/", appointments.choose_patient, name="choose_patient"),
    path(f"{PATIENT}appointments/new/", appointments.create_appointment, name="create_appointment"),
    path("appointments/<int:pk>/", appointments.appointment, name="appointment"),
    path("appointments/<int:pk>/move/", appointments.move_appointment, name="move_appointment"),
    path("appointments/<int:pk>/cancel/", appointments.cancel_appointment, name="cancel_appointment"),
    path("appointments/<int:pk>/complete/", appointments.complete_appointment, name="complete_appointment"),
    path("appointments/<int:pk>/check-in/", appointments.check_in, name="check_in"),
    path("my/", portal.my_home, name="my_home"),
    path("my/information/", portal.my_information, name="my_information"),
    path("my/photo/", photos.my_photo, name="my_photo"),
    path("my/appointments/", portal.my_appointments, name="my_appointments"),
    path("my/appointments/<int:pk>/", portal.my_appointment, name="my_appointment"),
]
