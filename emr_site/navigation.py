"""The rail: where a signed-in person may go, by permission."""

from dataclasses import dataclass
from functools import partial

from django.urls import NoReverseMatch
from django.utils.functional import SimpleLazyObject

from emr_site.addresses import address

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
            return address(self.url_name)
        except NoReverseMatch:
            return ""

    @property
    def is_last(self):
        return self.permission == BACK_OFFICE

    def is_open_to(self, user):
        return user.is_staff if self.permission == BACK_OFFICE else user.has_perm(self.permission)


NAVIGATION = (
    Place("Today", "reception:board", "calendar-days", "reception.view_board"),
    Place("My day", "clinical:my_day", "stethoscope", "clinical.sign_note"),
    Place("Patients", "reception:patients", "users", "reception.find_patient"),
    Place("Wait list", "reception:waiting_list", "clock", "reception.view_waitingrequest"),
    Place("Messages", "reception:messages", "mail", "reception.view_message"),
    Place("Records", "clinical:clinical_records", "clipboard-list", "clinical.view_clinicalrecord"),
    Place("Billing", "billing:billings", "receipt-text", "billing.view_billing"),
    Place("Reports", "reports:index", "chart-column", "reception.view_patientbasicinfo"),
    Place("Admin", "admin:index", "settings", BACK_OFFICE),
)


@dataclass(frozen=True)
class Way:
    """A place that is open to somebody, and whether they are there."""

    place: Place
    url: str
    here: bool


def navigation(request):
    """`places` of the rail for this person, the one they are at marked; nothing for the anonymous."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    # Found by the page that shows them, not by every fragment.
    return {"places": SimpleLazyObject(partial(ways_of, user, request.path))}


def ways_of(user, path):
    places = [(place, url) for place in NAVIGATION if place.is_open_to(user) and (url := place.url)]
    here = max((url for _, url in places if path.startswith(url)), key=len, default=None)
    return [Way(place, url, url == here) for place, url in places]
