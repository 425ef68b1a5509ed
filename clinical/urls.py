"""Addresses of the clinical room."""

app_name = "clinical"
urlpatterns = []
