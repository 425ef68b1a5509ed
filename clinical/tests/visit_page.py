"""The page of a visit in a browser, and what is typed there."""

import re

from clinical.models import NoteSection

WORDS = "Sore throat for three days, no fever"


def subjective():
    return NoteSection.objects.filter(section="subjective").values_list("body", flat=True).first()


def type_words(page, words=WORDS):
    page.get_by_label("Subjective", exact=True).press_sequentially(words)


def wait_saved(page):
    page.locator("#save-state").get_by_text(re.compile("^Saved")).wait_for()
