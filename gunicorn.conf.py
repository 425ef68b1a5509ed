"""gunicorn in production: synchronous processes, which cost least for pages that wait on one database."""

import multiprocessing
import os
from pathlib import Path

import environ
from gunicorn.glogging import Logger

# As the settings do: gunicorn reads this file before them.
environ.Env.read_env(Path(__file__).resolve().parent / ".env")

bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2 * multiprocessing.cpu_count() + 1)
preload_app = True
max_requests = 5000
max_requests_jitter = 500
timeout = 60  # seconds
accesslog = "-"
# The path without its query string: a search for a patient holds a name.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'


class CarefulLogger(Logger):
    """Writes no address that opens something to whoever holds it."""

    def atoms(self, *args):
        # gunicorn reads this file before it can find ours.
        from emr_site.logs import without_secrets

        found = super().atoms(*args)
        return found | {"U": without_secrets(found["U"])}


logger_class = CarefulLogger
# Nobody steers a running server by hand; one way in less.
control_socket_disable = True
