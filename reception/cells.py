"""How a card, a free time and a closed one stand in a column.

Written here and not by a template: a board has thousands of them, and a template takes half a second for those.
"""

from functools import singledispatch

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from emr_site.addresses import address
from emr_site.templatetags.emr import clock, icon, person
from reception.columns import Card, Closed, Free

CARD = (
    '<li id="a{}" data-state="{}" class="{}"><a class="appt {}" href="{}">{}<span class="who">{}</span>'
    '<span class="t">{}</span>{}<span class="visually-hidden">, {} minutes,{} {}{}</span></a></li>'
)
WHAT, FLAG = '<span class="what">{}{}</span>', '<span class="flag">{}{}</span>'
BOTH = '<span class="what"><b class="flag">{}{}</b>{}{}</span>'
TONE = '<i class="tone k-{}" aria-hidden="true"></i>'
CLOSED = '<li class="r{} s{} shut"><span class="block">{}</span></li>'
FREE = (
    '<li id="f{}-{}" class="r{} s1"><a class="free" href="{}?provider={}&amp;date={}&amp;time={}">{}Book {}'
    '<span class="visually-hidden"> with {}</span></a></li>'
)
NOTHING = SafeString("")


def cells(column, day, *, may_book):
    """Everything of a column in the order of the clock."""
    spans = column.spans if may_book else [span for span in column.spans if not isinstance(span, Free)]
    return format_html_join("\n", "{}", ((cell(span, column, day),) for span in spans))


@singledispatch
def cell(span, column, day):
    raise TypeError(span)


@cell.register
def card(span: Card, column, day):
    row, flag = span.appointment, span.flag
    # A quarter of an hour shows no second line, and says it all the same to those who listen.
    said = f", {flag}" if flag and span.rows == 1 else ""
    at = clock(row.time)
    if span.rows == 1 and span.where:
        at = f"{span.where} · {at}"
    beside = f" p{span.nth}of{span.of}" if span.of > 1 else ""
    return format_html(
        CARD, row.pk, span.state, f"r{span.row} s{span.rows}{beside}", look(span),
        address("reception:appointment", row.pk), icon(span.icon), person(row.patient), at,
        lines(span), row.duration_minutes, f" {row.kind}," if row.kind and row.reason else "", span.state, said,
    )  # fmt: skip


def look(span):
    """The classes of a card: one of a single line, or whose name may take two."""
    size = "one" if span.rows == 1 else "" if span.what or span.flag else "bare"
    return f"{span.look} {size}".rstrip()


def lines(span):
    """What stands under the name: half an hour has room for one line, more than that for two."""
    row, what, flag = span.appointment, span.what, span.flag
    if span.rows == 1:
        return NOTHING
    tone = format_html(TONE, row.colour) if row.colour and what else NOTHING
    if span.rows == 2 and flag:
        return format_html(BOTH, icon(span.flag_icon), flag, " · " if what else "", what)
    shown = format_html(WHAT, tone, what) if what else NOTHING
    return shown + format_html(FLAG, icon(span.flag_icon), flag) if flag else shown


@cell.register
def closed(span: Closed, column, day):
    return format_html(CLOSED, span.row, span.rows, span.word)


@cell.register
def free(span: Free, column, day):
    number, time = column.provider.pk, clock(span.time)
    return format_html(
        FREE, number, span.row, span.row, address("reception:choose_patient"), number, day.date.isoformat(), time,
        icon("plus"), time, column.provider,
    )  # fmt: skip
