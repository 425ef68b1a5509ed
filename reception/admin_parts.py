"""What several tables of the back office have in common."""

from django.contrib import admin
from django.utils import timezone

from emr_site.templatetags.emr import clinical_date


class Deactivated:
    """Mix in before EditedAdmin: rows that leave the lists of the day and keep their history."""

    actions = ("deactivate", "reactivate")

    @admin.display(description="status")
    def status(self, row):
        return f"Deactivated {clinical_date(row.deactivated_at)}" if row.deactivated_at else "Active"

    @admin.action(description="Deactivate", permissions=["change"])
    def deactivate(self, request, rows):
        self.set_deactivated(request, rows.filter(deactivated_at=None), timezone.now())

    @admin.action(description="Make active again", permissions=["change"])
    def reactivate(self, request, rows):
        self.set_deactivated(request, rows.exclude(deactivated_at=None), None)

    def set_deactivated(self, request, rows, moment):
        number = 0
        for row in rows:
            row.deactivated_at = moment
            row.save(update_fields=["deactivated_at"])
            number += 1
        self.message_user(request, f"{number} {'deactivated' if moment else 'made active again'}.")
