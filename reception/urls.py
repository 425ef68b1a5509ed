"""Addresses of the reception room."""

from django.urls import path

from reception.views import portal

app_name = "reception"
urlpatterns = [
    path("my/", portal.my_home, name="my_home"),
    path("my/information/", portal.my_information, name="my_information"),
    path("my/appointments/", portal.my_appointments, name="my_appointments"),
    path("my/appointments/<int:pk>/", portal.my_appointment, name="my_appointment"),
]
