"""How dates, names, numbers and icons are written on every page, and nowhere else."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from uuid import uuid4

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from emr_site.addresses import address
from emr_site.drawings import drawing

register = template.Library()

NOT_RECORDED = "Not recorded"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def local(value):
    """A moment on the clinic's clock; dates and times of day are on it already."""
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


@register.filter
def clinical_date(value):
    """23-Nov-2026, in every language, so that no day is ever taken for a month."""
    if not value:
        return NOT_RECORDED
    value = local(value)
    return f"{value.day:02}-{MONTHS[value.month - 1]}-{value.year}"


@register.filter
def weekday_date(value):
    """Mon 23-Nov-2026."""
    return f"{DAYS[local(value).weekday()][:3]} {clinical_date(value)}" if value else NOT_RECORDED


@register.filter
def patient_date(value):
    """Thursday 26 November, with the year when it is not this one."""
    if not value:
        return NOT_RECORDED
    value = local(value)
    year = "" if value.year == timezone.localdate().year else f" {value.year}"
    return f"{DAYS[value.weekday()]} {value.day} {MONTH_NAMES[value.month - 1]}{year}"


@register.filter
def clock(value):
    """09:30, on the clinic's clock."""
    return f"{local(value):%H:%M}" if value else NOT_RECORDED


@register.filter
def patient_clock(value):
    """10:30am."""
    if not value:
        return NOT_RECORDED
    value = local(value)
    return f"{value.hour % 12 or 12}:{value.minute:02}{'am' if value.hour < 12 else 'pm'}"


@register.filter
def moment(value):
    """23-Nov-2026 09:30."""
    return f"{clinical_date(value)} {clock(value)}" if value else NOT_RECORDED


@register.filter
def iso(value):
    """For the datetime attribute of <time>."""
    return value.isoformat() if value else ""


@register.filter
def age(born, on=None):
    """Completed years, or months and days for the very young, as in "46 y", "7 m", "12 d"; empty when not known."""
    if not born:
        return ""
    # A list asks this of every row; localdate() looks for a zone of the thread's own first, and there is none.
    on = on or datetime.now(timezone.get_default_timezone()).date()
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months >= 24:
        return f"{months // 12} y"
    return f"{months} m" if months >= 1 else f"{max((on - born).days, 0)} d"


@register.filter
def money(value):
    """Two decimals always, thousands parted by a comma."""
    return NOT_RECORDED if value is None or value == "" else f"{Decimal(value):,.2f}"


@register.filter
def mrn(value):
    """A medical record number in groups that can be said: 100 000 12."""
    value = str(value or "")
    return " ".join(value[start : start + 3] for start in range(0, len(value), 3)) or NOT_RECORDED


@register.filter
def person(value):
    """FAMILY, Given: of a record with those parts, or of a dict of them."""
    get = value.get if isinstance(value, dict) else lambda name: getattr(value, name, "")
    parts = ((get("family_name") or "").upper(), get("given_name") or "")
    return ", ".join(part for part in parts if part) or NOT_RECORDED


@register.filter
def shortened(text, length):
    """The text, or its beginning with an ellipsis, of so many characters at most."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


@register.filter
def or_not_recorded(value):
    return NOT_RECORDED if value is None or value == "" else value


@register.filter
def anchor(field):
    """The id that a link to a bound field leads to: its box, or the first of its choices."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def initials(user):
    names = (user.given_name, user.family_name) if (user.given_name or user.family_name) else (user.get_username(),)
    return "".join(name[:1] for name in names).upper()


@register.simple_tag
@lru_cache(maxsize=1024)  # a page draws dozens of the same few
def icon(name, size="", label=""):
    """An icon of the sprite; size "s" or "l"; with a label it speaks, else it is hidden from those who listen."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="i{}" {} focusable="false"><use href="{}#i-{}"></use></svg>',
        f" i-{size}" if size else "",
        spoken,
        static("vendor/lucide-1.62.0/sprite.svg"),
        name,
    )


# The one drawing of each state: never a colour alone.
CHIP_ICONS = {
    "book": "clock",
    "wait": "door-open",
    "with": "stethoscope",
    "pay": "credit-card",
    "done": "check",
    "dna": "user-x",
    "ok": "circle-check",
    "alert": "circle-alert",
}


@register.simple_tag
def chip(kind, text, symbol=""):
    """A state as icon, word and ground; kind is one of CHIP_ICONS, whose icon another may replace."""
    return drawing("_chip.html", kind=kind, text=text, symbol=symbol or CHIP_ICONS[kind])


# {% fixed "_styles.html" %}: a part that takes nothing and is the same on every page.
register.simple_tag(drawing, name="fixed")
# {% address "clinical:test" patient.pk test.pk %}: {% url %} for pages of numbers, without a search for each.
register.simple_tag(address)


@register.filter
def in_summary(error, field):
    """An error where it stands without its field: the label goes before a sentence that does not name it."""
    label = str(field.label)
    is_named = label.endswith("?") or label.lower() in str(error).lower()
    return error if is_named else f"{label}: {error}"


@register.simple_tag(takes_context=True)
def places(context, *, in_rail):
    """The places of the rail, or of the drawer that stands for it on a small screen."""
    return drawing("_places.html", places=tuple(context.get("places", ())), in_rail=in_rail)


@register.filter
def is_date(value):
    return isinstance(value, date)


@register.simple_tag
def new_key():
    """The key of one more form on a page of many, as a KeyedForm would draw it."""
    return uuid4()
