"""Addresses of the reports."""

from django.urls import path

from emr_site.reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.index, name="index"),
    path("reports/<slug:slug>.csv", views.report_csv, name="report_csv"),
    path("reports/<slug:slug>/", views.report, name="report"),
]
