"""The settings: what production refuses, and that nobody has to guess a name."""

import ast
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from gunicorn.config import KNOWN_SETTINGS

from emr_site.production import is_production, refuse_shared_accounts, refuse_unsafe_production
from emr_site.settings import DEVELOPMENT_SECRET_KEY

GOOD_KEY = "k3yB0ard-sm4sh-92-QwErTy-plaid-umbrella-71-otter-lamp-zx"
ONE_ACCOUNT = {
    "DATABASE_URL": "mysql://emr_owner:x@127.0.0.1/emr",
    "OWNER_DATABASE_URL": "",
    "REPORTS_DATABASE_URL": "",
}
READS_A_NAME = re.compile(
    r"""environ\.get\(\s*["']([A-Z_]+)|env\(["']([A-Z_]+)["']|env\.db\(["']([A-Z_]+)["']|^    ([A-Z_]+)=\(""",
    re.MULTILINE,
)
READERS = ("emr_site/settings.py", "emr_site/databases.py", "emr_site/private_server.py", "gunicorn.conf.py")


@pytest.mark.parametrize(
    ("debug", "secret_key", "says"),
    [
        (True, GOOD_KEY, "DEBUG"),
        (False, DEVELOPMENT_SECRET_KEY, "SECRET_KEY of its own"),
        (False, "short", "too simple"),
        (False, "a" * 60, "too simple"),
    ],
)
def test_it_refuses_production_with_an_unsafe_setting(debug, secret_key, says):
    with pytest.raises(ImproperlyConfigured, match=says):
        refuse_unsafe_production(debug=debug, secret_key=secret_key, default_key=DEVELOPMENT_SECRET_KEY)


@pytest.mark.parametrize("word", ["Production", "prod", "PRODUCTION", "", "staging"])
def test_it_takes_no_other_word_for_production(word):
    with pytest.raises(ImproperlyConfigured, match="development or production"):
        is_production(word)


@pytest.mark.parametrize("users", [("o", "o", "r"), ("a", "o", "a"), ("a", "o", "o")])
def test_it_refuses_production_where_accounts_are_shared(users):
    databases = dict(zip(("default", "owner", "reports"), ({"USER": user} for user in users), strict=True))
    with pytest.raises(ImproperlyConfigured, match="three database accounts"):
        refuse_shared_accounts(databases)
    refuse_shared_accounts(databases | {alias: {"USER": alias} for alias in databases})


def test_it_does_not_start_production_as_the_owner_alone():
    done = run_manage("check", DJANGO_ENV="production", SECRET_KEY=GOOD_KEY, **ONE_ACCOUNT)
    assert done.returncode != 0
    assert "three database accounts" in done.stderr


def run_manage(*arguments, **environ):
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
    ours = ("DEBUG", "SECRET_KEY", "DJANGO_ALLOW_ASYNC_UNSAFE")
    known = {key: value for key, value in os.environ.items() if key not in ours}
    return subprocess.run(command, env=known | environ, capture_output=True, text=True)


def test_it_does_not_start_production_without_a_secret_of_its_own():
    done = run_manage("check", DJANGO_ENV="production")
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_it_passes_the_deployment_check_in_production():
    told = {"DJANGO_ENV": "production", "SECRET_KEY": GOOD_KEY, "SITE_URL": "https://emr.clinic.example"}
    done = run_manage("check", "--deploy", "--fail-level", "WARNING", **told)
    assert done.returncode == 0, done.stderr


def test_it_fails_the_deployment_check_where_links_would_lead_to_the_patients_own_phone():
    done = run_manage("check", "--deploy", DJANGO_ENV="production", SECRET_KEY=GOOD_KEY)
    assert done.returncode != 0
    assert "SITE_URL" in done.stderr


def test_it_lists_every_setting_in_the_example():
    listed = set(re.findall(r"^([A-Z_]+)=", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE))
    read = set()
    for name in READERS:
        for groups in READS_A_NAME.findall((settings.BASE_DIR / name).read_text()):
            read.update(filter(None, groups))
    assert {"SECRET_KEY", "DATABASE_URL", "WEB_CONCURRENCY", "EMR_DB_FAST"} <= read
    assert read - {"XDG_RUNTIME_DIR", "PATH"} <= listed


def test_it_explains_every_setting_of_the_example():
    blocks = (settings.BASE_DIR / ".env.example").read_text().split("\n\n")
    assert all(block.startswith("# ") for block in blocks)


def test_it_sends_a_strict_content_security_policy(client):
    policy = client.get("/health/live").headers["Content-Security-Policy"]
    for directive in ("default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'"):
        assert directive in policy
    assert "unsafe" not in policy


def test_gunicorn_reads_the_file_of_settings_too(tmp_path):
    (tmp_path / "gunicorn.conf.py").write_text((settings.BASE_DIR / "gunicorn.conf.py").read_text())
    (tmp_path / ".env").write_text("WEB_CONCURRENCY=3\nPORT=8123\n")
    told = "import runpy; found = runpy.run_path('gunicorn.conf.py'); print(found['bind'], found['workers'])"
    known = {key: value for key, value in os.environ.items() if key not in ("WEB_CONCURRENCY", "PORT")}
    done = subprocess.run([sys.executable, "-c", told], cwd=tmp_path, env=known, capture_output=True, text=True)
    assert done.stdout.split() == ["127.0.0.1:8123", "3"], done.stderr


def test_gunicorn_knows_each_of_its_settings():
    """It says nothing of a name that it does not know."""
    tree = ast.parse((settings.BASE_DIR / "gunicorn.conf.py").read_text())
    names = {target.id for node in tree.body if isinstance(node, ast.Assign) for target in node.targets}
    assert "control_socket_disable" in names
    assert names <= {setting.name for setting in KNOWN_SETTINGS}
