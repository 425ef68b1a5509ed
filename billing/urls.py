"""Addresses of the billing room."""

app_name = "billing"
urlpatterns = []
