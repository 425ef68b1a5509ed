"""Addresses of accounts that stand outside its own name: the front door, and the back office's."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("", views.home, name="home"),
    path("back-office/login/", views.back_office_sign_in, name="back_office_sign_in"),
]
