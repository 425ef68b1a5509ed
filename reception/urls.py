"""Addresses of the reception room."""

app_name = "reception"
urlpatterns = []
