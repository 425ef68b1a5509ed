"""Pages as PDF: tagged, so that they can be listened to (PDF/UA-1), and drawn with our own static files alone."""

from itertools import groupby
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils._os import safe_join
from PIL import ImageFile

from reception.models import Appointment
from reception.models.appointments import Status

HERE = "https://papers.invalid"


def pdf(html):
    """The bytes of a PDF. Raises ValueError where the page asks for what is no static file of ours."""
    # Loads Pango, which takes a moment: only who prints waits for it.
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    # Loading it lets half a picture pass everywhere; a photo that was cut off must not.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    refused = []

    class StaticFilesOnly(URLFetcher):
        def fetch(self, url, headers=None):
            path = static_file(url)
            if path is None:
                refused.append(url)
                raise ValueError("refused")  # which leaves the picture out, and no more
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": guess_type(path)[0] or ""})

    content = HTML(string=html, base_url=HERE, url_fetcher=StaticFilesOnly()).write_pdf(pdf_variant="pdf/ua-1")
    if refused:
        raise ValueError(f"A paper asks for {refused[0]}")
    return content


def static_file(url):
    """The path of a static file of ours by its address; None of any other."""
    root, name = f"{HERE}{settings.STATIC_URL}", url.removeprefix(f"{HERE}{settings.STATIC_URL}")
    if not url.startswith(root) or urlsplit(url).query:
        return None
    # In production a name carries the file's hash, and only the collected copy has it.
    path = Path(finders.find(name) or safe_join(settings.STATIC_ROOT, name))
    return path if path.is_file() else None


def paper(request, template, context, *, filename):
    """A template as a PDF that the browser shows. The file's name holds nobody's."""
    response = HttpResponse(pdf(render_to_string(template, context, request)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response


def day_lists(date, *, provider=None):
    """[(provider, their appointments of the day by the clock)]; without those cancelled. Two queries."""
    rows = Appointment.objects.on(date).exclude(status=Status.CANCELLED)
    if provider:
        rows = rows.filter(provider=provider)
    rows = rows.select_related("patient", "provider", "appointment_type").prefetch_related("patient__phones")
    rows = rows.order_by("provider__family_name", "provider__given_name", "provider_id", "time", "id")
    return [(each, list(of_one)) for each, of_one in groupby(rows, key=lambda row: row.provider)]
