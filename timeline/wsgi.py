"""The page for a WSGI server: `gunicorn --workers 2 --threads 4 timeline.wsgi:app`.

The environment says what is served, and to whom (docs/deploy.md): TIMELINE_STORE names the store,
which is made where there is none; TIMELINE_LOG is `json`, `text` or `none`.
"""

import os
from functools import cache
from time import monotonic

from flask import Flask

from timeline.cli.clock import now
from timeline.errors import ServingError, TimelineError
from timeline.store import Store
from timeline.web.auth.service import service_of
from timeline.web.http.request_log import LOG_VARIABLE, configure_log
from timeline.web.server import create_app
from timeline.web.serving import keep_working

STORE_VARIABLE = "TIMELINE_STORE"


def _store(*, read_only: bool) -> Store:
    name = os.environ.get(STORE_VARIABLE, "").strip()
    if not name:
        raise ServingError(f"{STORE_VARIABLE} is not set: name the store (a file or an address)")
    if read_only:
        return Store.open(name, read_only=True, must_exist=True)
    return Store.open(name, adds=True)


@cache
def _application() -> Flask:
    """Make the page of this process; exit with a line where the environment does not fit."""
    try:
        configure_log(os.environ.get(LOG_VARIABLE, "none"))
        service = service_of(os.environ, monotonic)
        page = create_app(_store(read_only=service.read_only), now, service)
    except TimelineError as error:
        raise SystemExit(f"timeline: {error}") from error
    keep_working(page)
    server: Flask = page.server
    return server


def __getattr__(name: str) -> Flask:
    """Make `app` when a server asks for it, so that reading this module opens no store."""
    if name == "app":
        return _application()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
