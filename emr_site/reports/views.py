"""The list of reports, a report's page and its download."""

from functools import wraps
from itertools import groupby

from django.dispatch import Signal
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from emr_site.access import permission_required, refuse, sign_in_required
from emr_site.reports.asked import Asked
from emr_site.reports.csv_file import lines
from emr_site.reports.report import all_reports
from emr_site.reports.rows import every_row
from emr_site.reports.sheet import Sheet

# Sent with request, report and conditions when somebody takes a report away as a file.
report_downloaded = Signal()


def of_a_report(view):
    """Find the report that the address names, and let in those who may read it."""

    @wraps(view)
    def found(request, slug):
        report = all_reports().get(slug)
        if report is None:
            raise Http404
        return permission_required(report.permission)(view)(request, report)

    return found


@require_safe
@sign_in_required
def index(request):
    readable = [each for each in all_reports().values() if request.user.has_perm(each.permission)]
    if not readable:
        return refuse(request, "reports")
    readable.sort(key=lambda each: (each.group, each.title))
    groups = [(group, list(each)) for group, each in groupby(readable, key=lambda each: each.group)]
    return render(request, "reports/index.html", {"groups": groups})


@require_safe
@of_a_report
def report(request, report):
    return page(request, Asked(report, request.GET))


@require_safe
@of_a_report
def report_csv(request, report):
    asked = Asked(report, request.GET)
    if not asked.is_valid:
        return page(request, asked)
    file = lines(report, every_row(asked.rows, report.names))
    report_downloaded.send(report_csv, request=request, report=report, conditions=asked.conditions)
    name = f"{report.slug}-{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        file,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def page(request, asked):
    """The report's page; 422 with what was typed when a filter cannot be understood."""
    context = {"report": asked.report, "asked": asked, "form": asked.form, "now": timezone.localtime()}
    if not asked.is_valid:
        return render(request, "reports/report.html", context, status=422)
    return render(request, "reports/report.html", context | {"sheet": Sheet(asked)})
