"""What accounts contributes to a demonstration: the people who sign in, known to everybody by one password."""

from django.contrib.auth.models import Group

from accounts.models import User
from emr_site.demo.contributions import Contribution, contribute
from emr_site.demo.first_system import sample_rows

# given and family name of each sample sign-in, and the role of those whom the first system did not have
NAMES = {
    "reception1": ("Inês", "Costa"), "doctor1": ("Maya", "Chen"), "patient1": ("Sachin", "Rafic"),
    "staff1": ("Tomasz", "Zieliński"), "nurse1": ("Grace", "Adeyemi"), "reports1": ("Leila", "Haddad"),
    "admin1": ("Owen", "Price"), "trainee1": ("Jonas", "Lindqvist"), "locum1": ("Amara", "Okoye"),
}  # fmt: skip
NEW_LOGINS = {
    "nurse1": "Nurse", "trainee1": "Trainee", "locum1": "Locum", "reports1": "Report reader", "admin1": "Administrator",
}  # fmt: skip
BACK_OFFICE = ("Staff", "Administrator")


def sample_logins():
    """(name, password, role) of every sign-in, those of the first system first."""
    logins = [(row["username"], row["password"], row["role"]) for row in sample_rows("users")]
    password = logins[0][1]
    return logins + [(username, password, role) for username, role in NEW_LOGINS.items()]


def prepare(practice):
    """Store the users at once: rows of other rooms refer to them by id."""
    practice.shelf["logins"] = sample_logins()
    practice.shelf["users"] = {}
    for username, password, role in practice.shelf["logins"]:
        given, family = NAMES[username]
        user = User.objects.create_user(
            username, password, given_name=given, family_name=family, is_staff=role in BACK_OFFICE
        )
        user.groups.add(Group.objects.get(name=role))
        practice.shelf["users"][username] = user.pk


contribute(Contribution(room="accounts", order=10, prepare=prepare))
