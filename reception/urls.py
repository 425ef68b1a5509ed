"""Addresses of the reception room."""

from django.urls import path

from reception.views import answers, appointments, board, insurances, messages, patients, portal, search

app_name = "reception"
PATIENT = "patients/<int:patient_id>/"

urlpatterns = [
    path("patients/", search.patients, name="patients"),
    path("patients/find/", search.quick_search, name="find_patients"),
    path("patients/new/", patients.register_patient, name="register_patient"),
    path(f"{PATIENT}information/", patients.patient, name="patient"),
    path(f"{PATIENT}edit/", patients.edit_patient, name="edit_patient"),
    path(f"{PATIENT}deactivate/", patients.deactivate_patient, name="deactivate_patient"),
    path(f"{PATIENT}reactivate/", patients.reactivate_patient, name="reactivate_patient"),
    path(f"{PATIENT}delete/", patients.delete_patient, name="delete_patient"),
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
    path("my/appointments/", portal.my_appointments, name="my_appointments"),
    path("my/appointments/<int:pk>/", portal.my_appointment, name="my_appointment"),
    path("messages/", messages.messages, name="messages"),
    path("messages/<int:pk>/send-again/", messages.send_again, name="send_message_again"),
    path("messages/<int:pk>/mark-as-sent/", messages.mark_as_sent, name="mark_message_as_sent"),
    path("messages/<int:pk>/cancel/", messages.cancel_message, name="cancel_message"),
    path("messages/answers/<int:pk>/seen-to/", messages.see_to_answer, name="see_to_answer"),
    path(f"{PATIENT}messages/", messages.patient_messages, name="patient_messages"),
    path(f"{PATIENT}messages/opt-out/", messages.opt_out, name="opt_out"),
    path("a/<str:token>/", answers.answer_appointment, name="answer_appointment"),
    path("a/<str:token>/confirm/", answers.confirm_by_link, name="confirm_by_link"),
    path("a/<str:token>/cancel/", answers.cancel_by_link, name="cancel_by_link"),
    path("a/<str:token>/another-time/", answers.another_time_by_link, name="another_time_by_link"),
    path("appointments/<int:pk>/appointment.ics", appointments.appointment_calendar, name="appointment_calendar"),
    path("a/<str:token>/appointment.ics", answers.calendar_by_link, name="calendar_by_link"),
    path("a/<str:token>/stop/", answers.stop_by_link, name="stop_by_link"),
]
