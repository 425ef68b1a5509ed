"""Who takes a report away as a file is an event of the audit."""

from django.dispatch import receiver

from audit.procedures import record_event
from emr_site.reports.views import report_downloaded


@receiver(report_downloaded)
def note_download(sender, request, report, conditions, **kwargs):
    record_event("export", action="R", detail={"report": report.slug, "filters": dict(conditions)})
