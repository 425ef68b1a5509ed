"""Addresses of the billing room."""

from django.urls import path

from billing.views import billings

app_name = "billing"
urlpatterns = [
    path("billing/", billings.billings, name="billings"),
    path("billing/<int:pk>/", billings.billing, name="billing"),
    path("patients/<int:patient_id>/balance/", billings.balance, name="balance"),
    path("patients/<int:patient_id>/billing/", billings.patient_billings, name="patient_billings"),
]
