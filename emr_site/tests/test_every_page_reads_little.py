"""No page reads a long table or asks without end: every page, in a practice that has been open for years.

The pages are those of the access table, which fails for one that it lacks.
"""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from emr_site.tests.access_table import HEAD, LINES, arguments
from emr_site.tests.long_tables import MANY, fill_long_tables
from emr_site.tests.plans import plan_of

pytestmark = pytest.mark.django_db(transaction=True)
ENOUGH = MANY // 10
# By role, the one who sees most of a page.
READERS = ("Doc", "Rec", "Sta", "Nur", "Pat", "Adm")
# Lists of a whole table, judged by tests with longer ones: on few rows a server would rather sort than walk an index.
WHOLE_LISTS = {
    "reception:patients": "reception/tests/test_patient_search_plans.py",
    "clinical:clinical_records": "clinical/tests/test_plans.py",
    "billing:billings": "clinical/tests/test_plans.py",
    "reports:report": "emr_site/reports/tests/test_plans.py",
    "reports:report_csv": "emr_site/reports/tests/test_plans.py",
}
# What every page asks beside its own: the session, the user with all rights, and the look with the signature of the
# connection for it, before and after.
FRAME = ("SELECT session_data FROM django_session", "SELECT u.*", "SET @emr_user_id", "CALL RecordLook")
MOST = 8
# Pages that stand for several; docs/decisions/024-queries.md says why.
MORE = {
    "reception:board": 10,
    "reception:patient": 10,
    "clinical:chart": 10,
    "clinical:visit": 21,
    "clinical:visit_news": 11,
    "clinical:printed_summary": 13,
    "clinical:sign_note": 9,
}


def pages():
    """(name, of, role) of each page that somebody may open."""
    for name, method, of, *statuses in LINES:
        by_role = dict(zip(HEAD[3:], statuses, strict=True))
        reader = next((role for role in READERS if by_role[role] == "200"), None)
        if method == "GET" and reader:
            yield name, of, reader


def is_of_frame(sql):
    return sql.lstrip().replace("`", "").startswith(FRAME)


def is_read(sql):
    return sql.lstrip("( \n").startswith(("SELECT", "WITH"))


def reads_too_much(step, sql):
    """A step may begin to walk a long index in its order, if the page ends it; else it reads what it says.

    A table in angle brackets is one that the query made itself, of steps that are judged too.
    """
    walks = step["key"] and "LIMIT" in sql and not {"filesort", "temporary"} & set(step["extra"].lower().split())
    return step["rows"] > ENOUGH and not walks and not step["table"].startswith("<")


def test_each_whole_list_has_a_test_of_its_own():
    assert all((settings.BASE_DIR / path).exists() for path in WHOLE_LISTS.values())


def test_every_page_reads_little_and_asks_seldom(cast, owner, subtests):
    fill_long_tables(cast, owner)
    people = dict(zip(HEAD[4:], cast.everyone.values(), strict=True))
    clients = {role: cast.browse_as(people[role]) for role in READERS}
    for name, of, role in pages():
        url = reverse(name, kwargs=arguments(cast, name, of))
        with subtests.test(name):
            with CaptureQueriesContext(connection) as queries:
                # A page that begins what Ann has already leads there.
                assert clients[role].get(url).status_code in (200, 302)
            asked = [query["sql"] for query in queries if not is_of_frame(query["sql"])]
            assert len(asked) <= MORE.get(name, MOST), "\n".join(asked)
            if name not in WHOLE_LISTS:
                steps = [(step, sql) for sql in set(filter(is_read, asked)) for step in plan_of(sql)]
                assert [(step, sql) for step, sql in steps if reads_too_much(step, sql)] == []
