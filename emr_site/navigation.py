"""The rail: where a signed-in person may go, by permission."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    permission: str


PLACES = (
    Place("Today", "reception:board", "calendar-days", "reception.view_board"),
    Place("Patients", "reception:patients", "users", "reception.find_patient"),
    Place("Records", "clinical:clinical_records", "clipboard-list", "clinical.view_clinicalrecord"),
    Place("Billing", "billing:billings", "receipt-text", "billing.view_billing"),
    Place("Reports", "reports:index", "chart-column", "reception.view_patientbasicinfo"),
)


def navigation(request):
    """`places` of the rail for this person, the one they are at marked; nothing for the anonymous."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    rights = user.get_all_permissions()
    places = [(place, reverse(place.url_name)) for place in PLACES if place.permission in rights]
    here = max((url for _, url in places if request.path.startswith(url)), key=len, default=None)
    return {"places": [{"place": place, "url": url, "here": url == here} for place, url in places]}
