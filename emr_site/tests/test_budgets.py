"""What is read in one sitting stays short: over its budget, a file is parted by noun and a function by its steps."""

import ast
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("accounts", "audit", "billing", "clinical", "emr_site", "reception")
PLACES = (*ROOMS, "script", "sql", "static/js", "templates")
MOST_LINES = {".py": 250, ".js": 250, "": 250, ".html": 120, ".sql": 120}
MOST_LINES_OF_A_TEST_FILE, MOST_LINES_OF_A_FUNCTION = 200, 25
OVER = {
    # What Django is told of tables that exist: written once, by a command.
    "reception/migrations/0001_initial.py",
    "clinical/migrations/0005_allergies.py",
    # One INSERT of two hundred rows.
    "sql/clinical/changes/0003_icd10_terms.sql",
}


def files():
    for place in PLACES:
        yield from (path for path in (ROOT / place).rglob("*") if path.is_file() and path.suffix in MOST_LINES)


def budget(path):
    return MOST_LINES_OF_A_TEST_FILE if path.match("test_*.py") else MOST_LINES[path.suffix]


def functions(path):
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_is_over_its_budget_but_those_with_a_reason():
    over = {path for path in files() if len(path.read_text().splitlines()) > budget(path)}
    assert {str(path.relative_to(ROOT)) for path in over} == OVER


def test_no_function_is_over_its_budget():
    long = [
        f"{path.relative_to(ROOT)}: {function.name}"
        for path in files()
        if path.suffix == ".py"
        for function in functions(path)
        if function.end_lineno - function.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []
