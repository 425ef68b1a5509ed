"""Logs that carry no patient data: a query string may hold a name, and so may a database's error message."""

import logging
import re
import traceback

QUERY_STRING = re.compile(r"\?[^\s\"']*")
# Addresses that open something to whoever holds them: links in messages, the check-in, calendars.
SECRET = re.compile(r"(/(?:a|o|check-in|calendar)/)[^/\s\"'?]+")


class NoQueryString(logging.Filter):
    """Cuts what a log must not hold out of a line: `GET /patients/?q=smith` becomes `GET /patients/`."""

    def filter(self, record):
        record.msg, record.args = without_secrets(QUERY_STRING.sub("", record.getMessage())), None
        return True


def without_secrets(text):
    """The text with each secret part of an address as a star: /a/*/confirm/."""
    return SECRET.sub(r"\1*", text)


class CarefulFormatter(logging.Formatter):
    """Writes an exception as its kind and the places it passed, without its message and without values."""

    def formatException(self, exc_info):  # noqa: N802 (the name is logging's)
        kind, _, trace = exc_info
        places = [
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}' for frame in traceback.extract_tb(trace)
        ]
        return "\n".join(
            [*places, f"{kind.__module__}.{kind.__qualname__} (message withheld: it may hold patient data)"]
        )


def logging_settings():
    careful = {"class": "logging.StreamHandler", "formatter": "careful", "filters": ["no_query_string"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"no_query_string": {"()": NoQueryString}},
        "formatters": {
            "careful": {
                "()": CarefulFormatter,
                "format": "{asctime} {levelname} {name} {message}",
                "style": "{",
            }
        },
        "handlers": {"console": careful},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
            # It names every line of a style sheet that is for screens.
            "weasyprint": {"handlers": ["console"], "level": "ERROR", "propagate": False},
            # Without a cause written by us, a statement's parameters would be written in full.
            "django.db.backends": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }
