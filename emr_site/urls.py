"""Every address of the product: each room brings its own."""

from django.contrib import admin
from django.urls import include, path

from emr_site import health

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("", include("accounts.home_urls")),
    path("back-office/", admin.site.urls),
    path("", include("accounts.urls")),
    path("", include("audit.urls")),
    path("", include("reception.urls")),
    path("", include("clinical.urls")),
    path("", include("billing.urls")),
    path("", include("emr_site.reports.urls")),
]
