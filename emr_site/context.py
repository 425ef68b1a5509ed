"""What every template may name."""

from django.conf import settings


def clinic(request):
    return {
        "clinic_name": settings.CLINIC_NAME,
        "clinic_phone": settings.CLINIC_PHONE,
        "clinic_currency": settings.CLINIC_CURRENCY,
    }
