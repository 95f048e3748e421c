"""What the server writes about itself: no personal data, no query strings, no bodies.

One line for each request (`lus/web/request_log.py`), warnings and errors of the libraries, and for an error where it
happened. In production the text of an exception is left out, because a database quotes the values of the row.
"""

import logging
import traceback
from contextvars import ContextVar
from types import TracebackType
from typing import Any

NO_REQUEST = "-"  # outside a request: a command, a background task
request_id: ContextVar[str] = ContextVar("request_id", default=NO_REQUEST)

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithRequestId(logging.Filter):
    """Adds the current request's id to every line, so that the lines of one request can be gathered."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, with `request_id` set."""
        record.request_id = request_id.get()
        return True


class PlacesOnly(logging.Formatter):
    """Shows an exception as its class and its places in the code, without its text."""

    def formatException(self, ei: _ExcInfo) -> str:
        """Return one line for each place, outermost first."""
        kind, _, places = ei
        name = kind.__name__ if kind else "exception"
        return f"{name} at\n" + "".join(traceback.format_tb(places))


def logging_settings(*, hide_messages: bool, level: str) -> dict[str, Any]:
    """Return Django's LOGGING: everything to standard error, one format, from `level` up."""
    # these quote the path of each 404 and 403; the request log has the route instead
    quiet = {"level": "ERROR"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "lus.logs.WithRequestId"}},
        "formatters": {
            "line": {
                "()": "lus.logs.PlacesOnly" if hide_messages else "logging.Formatter",
                "format": "%(asctime)s %(levelname)s %(name)s request=%(request_id)s %(message)s",
            }
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]}
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level},
            "django.request": quiet,
            "django.security": quiet,
            "axes": {"level": "WARNING"},
            # two lines for each sweep, every five seconds
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.app.trace": {"level": "WARNING"},
            "celery.beat": {"level": "WARNING"},
        },
    }
