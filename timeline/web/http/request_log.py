"""A line for each request in the log, under an id that its answer carries (X-Request-ID).

The lines go to the logger `timeline.requests` of the standard library, with the parts as fields of
the record; nothing is written where nobody listens. Queries are left out: they hold what people
search for. `configure_log` is what the command line and `timeline.wsgi` listen with.
"""

import json
import logging
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from flask import Flask

from timeline.errors import ServingError

ID = "timeline.request_id"
HEADER = "X-Request-ID"
FIELDS = ("request_id", "method", "path", "status", "remote")
FORMATS = ("none", "text", "json")
LOG_VARIABLE = "TIMELINE_LOG"
LONGEST_PATH = 500  # characters
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
_LOG = logging.getLogger("timeline.requests")
Start = Callable[..., Any]


def log_requests(server: Flask, *, trusts_proxy: bool) -> None:
    """Log each request as its answer begins; an id of a proxy of one's own is taken over."""
    inner = server.wsgi_app

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        told = str(environ.get("HTTP_X_REQUEST_ID", "")) if trusts_proxy else ""
        number = told if _GIVEN.fullmatch(told) else secrets.token_hex(8)
        asked = {**environ, ID: number}

        def begin(
            status: str,
            headers: Sequence[tuple[str, str]],
            *rest: Any,  # noqa: ANN401 - as WSGI has it
        ) -> Any:  # noqa: ANN401 - as WSGI has it
            _note(environ, number, status)
            return start(status, [*headers, (HEADER, number)], *rest)

        return inner(asked, begin)

    server.wsgi_app = application  # type: ignore[assignment, method-assign]


def _note(environ: dict[str, Any], number: str, status: str) -> None:
    if not _LOG.isEnabledFor(logging.INFO):
        return
    path = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
    shown = path.encode("latin-1", "replace").decode("utf-8", "replace")[:LONGEST_PATH]
    fields = {
        "request_id": number,
        "method": environ.get("REQUEST_METHOD", ""),
        "path": shown,
        "status": int(status[:3]),
        "remote": environ.get("REMOTE_ADDR", ""),
    }
    _LOG.info("%(method)s %(path)r %(status)s", fields, extra=fields)


class JsonLines(logging.Formatter):
    """A JSON object for each record, on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; an exception is its last field."""
        told = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        told |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


class TextLines(logging.Formatter):
    """A line for people, with the id of the request where there is one."""

    def __init__(self) -> None:
        """Set the shape of a line."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%d %H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - as logging has it
        """Write the line."""
        number = getattr(record, "request_id", "")
        return super().formatMessage(record) + (f" [{number}]" if number else "")


def configure_log(kind: str, out: TextIO | None = None) -> None:
    """Write the package's log to standard error, as `text` or `json`; `none` leaves it alone."""
    if kind not in FORMATS:
        raise ServingError(f"{LOG_VARIABLE}={kind}: give {', '.join(FORMATS)}")
    if kind == "none":
        return
    handler = logging.StreamHandler(out or sys.stderr)
    handler.setFormatter(JsonLines() if kind == "json" else TextLines())
    log = logging.getLogger("timeline")
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False
