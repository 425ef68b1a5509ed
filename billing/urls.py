"""Addresses of the billing room."""

from django.urls import path

from billing.views import billings, charges

app_name = "billing"
VISIT = "patients/<int:patient_id>/visits/<int:visit_id>/"

urlpatterns = [
    path("billing/", billings.billings, name="billings"),
    path("billing/<int:pk>/", billings.billing, name="billing"),
    path(f"{VISIT}charges/", charges.proposed_charges, name="proposed_charges"),
    path(f"{VISIT}charges/propose/", charges.propose_charges, name="propose_charges"),
    path("patients/<int:patient_id>/balance/", billings.balance, name="balance"),
    path("patients/<int:patient_id>/billing/", billings.patient_billings, name="patient_billings"),
]
