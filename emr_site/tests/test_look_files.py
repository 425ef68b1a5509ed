"""The files of the look keep their own rules: nothing inline, colours from tokens, icons drawn, little to load."""

import gzip
import re

import pytest
from django.conf import settings

from emr_site.navigation import NAVIGATION
from emr_site.templatetags.emr import CHIP_ICONS

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STATIC = settings.BASE_DIR / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
SPRITE = (STATIC / "vendor/lucide-1.62.0/sprite.svg").read_text()
TOKENS = (STATIC / "css/tokens.css").read_text()
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", TOKENS))
# Text and what it stands on, with the least contrast that WCAG 2.2 AA asks for.
PAIRS = [
    ("ink-900", "surface", 4.5), ("ink-700", "surface", 4.5), ("ink-500", "canvas", 4.5), ("p-700", "surface", 4.5),
    ("surface", "p-900", 4.5), ("p-200", "p-900", 4.5), ("p-150", "p-900", 4.5), ("p-750", "p-100", 4.5),
    ("d-800", "d-50", 4.5), ("surface", "d-700", 4.5), ("a-900", "a-100", 4.5), ("v-800", "v-100", 4.5),
    ("g-800", "g-50", 4.5), ("ink-700", "ink-50", 4.5), ("field", "surface", 3), ("focus", "surface", 3),
    ("now", "surface", 3), ("a-600", "surface", 3), ("v-600", "surface", 3), ("p-600", "surface", 3),
]  # fmt: skip


def name_of(path):
    return str(path.relative_to(settings.BASE_DIR))


def brightness(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_every_text_stands_out_from_its_ground(text, ground, least):
    light, dark = sorted((brightness(COLOURS[text]), brightness(COLOURS[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_nothing_inline_and_formats_no_date(path):
    text = path.read_text()
    for banned in (r"\sstyle=", r"<style", r"<script(?![^>]*\ssrc=)", r"\son[a-z]+=[\"']", r"\|date\b", r"\|time\b"):
        assert not re.search(banned, text), f"{name_of(path)} has {banned}"


def test_every_icon_that_is_named_is_drawn():
    drawn = set(re.findall(r'id="i-([a-z0-9-]+)"', SPRITE))
    named = {name for path in TEMPLATES for name in re.findall(r'{% icon "([^"]+)"', path.read_text())}
    assert named | set(CHIP_ICONS.values()) | {place.icon for place in NAVIGATION} <= drawn


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_a_sheet_takes_every_colour_from_the_tokens(path):
    found = [] if path.name == "tokens.css" else re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", path.read_text())
    assert found == []


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_a_sheet_names_only_tokens_that_exist(path):
    known = set(re.findall(r"(--[\w-]+):", TOKENS))
    own = set(re.findall(r"(--[\w-]+):", path.read_text()))
    used = set(re.findall(r"var\((--[\w-]+)\)", path.read_text()))
    assert {name for name in used - known - own if not name.startswith("--bs-")} == set()


def test_every_component_is_linked_and_every_link_is_there():
    ours = [path for path in TEMPLATES if "templates/admin/" not in str(path)]
    linked = {sheet for path in ours for sheet in re.findall(r"static '(css/[^']+)'", path.read_text())}
    there = {str(path.relative_to(STATIC)) for path in SHEETS if not path.name.startswith("admin")}
    assert linked == there
    assert "@import" not in "".join(path.read_text() for path in SHEETS if path.name not in ("app.css", "admin.css"))


def linked_by(template):
    """The files that a page of this template asks for before it is shown."""
    text = (settings.BASE_DIR / "templates" / template).read_text()
    linked = set(re.findall(r"(?:href|src)=\"{% static '([^']+)'", text))
    parents = re.findall(r"{% (?:extends|fixed|include) \"((?:_styles|_scripts|[\w/]*base)\.html)\"", text)
    return linked.union(*map(linked_by, parents))


@pytest.mark.parametrize(
    "template", ["reception/board.html", "portal_base.html", "patient_base.html", "reports/report.html"]
)
def test_a_first_load_weighs_at_most_150_kilobytes(template):
    files = {STATIC / path for path in linked_by(template)} | {STATIC / "favicon.svg"}
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files if path.suffix != ".woff2")
    font = sum(path.stat().st_size for path in STATIC.rglob("*.woff2"))  # a page may hold letters of each
    sprite = len(gzip.compress(SPRITE.encode(), 6))
    page = 6_000  # a page's own markup, compressed
    assert len(files) > 15
    assert page + font + sprite + packed <= 150_000
