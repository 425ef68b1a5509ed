"""The rail: where a signed-in person may go, by permission."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

# Who may open the back office is told by the account, not by a permission.
BACK_OFFICE = "is_staff"


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    permission: str

    @property
    def url(self):
        """The address; empty where the room that would answer is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""

    @property
    def is_last(self):
        return self.permission == BACK_OFFICE

    def is_open_to(self, user):
        return user.is_staff if self.permission == BACK_OFFICE else user.has_perm(self.permission)


NAVIGATION = (
    Place("Today", "reception:board", "calendar-days", "reception.view_board"),
    Place("Patients", "reception:patients", "users", "reception.find_patient"),
    Place("Records", "clinical:clinical_records", "clipboard-list", "clinical.view_clinicalrecord"),
    Place("Billing", "billing:billings", "receipt-text", "billing.view_billing"),
    Place("Reports", "reports:index", "chart-column", "reception.view_patientbasicinfo"),
    Place("Admin", "admin:index", "settings", BACK_OFFICE),
)


def navigation(request):
    """`places` of the rail for this person, the one they are at marked; nothing for the anonymous."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    places = [(place, url) for place in NAVIGATION if place.is_open_to(user) and (url := place.url)]
    here = max((url for _, url in places if request.path.startswith(url)), key=len, default=None)
    return {"places": [{"place": place, "url": url, "here": url == here} for place, url in places]}
