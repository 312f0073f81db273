"""The dashboard: `python app.py`, or `gunicorn -w 2 --threads 4 app:server`.

TIMELINE_STORE names the store, PORT the port. Where there is no store, `seeds/` is extracted.
docs/team.md tells of the password, read-only pages and proxies.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from timeline.errors import TimelineError
from timeline.web.auth.service import service_of
from timeline.web.seeding import store_with
from timeline.web.server import create_app
from timeline.web.serving import DEFAULT_STORE, keep_working, port_of, run

HERE = Path(__file__).parent


def now() -> str:
    """Return the present moment as ISO 8601, for the history of edits."""
    return datetime.now(UTC).isoformat(timespec="seconds")


try:
    service = service_of(os.environ, monotonic)
    store = store_with(
        os.environ.get("TIMELINE_STORE") or str(HERE / DEFAULT_STORE),
        HERE / "seeds",
        read_only=service.read_only,
    )
    app = create_app(store, now, service)
    server = app.server
    if __name__ == "__main__":
        run(app, "127.0.0.1", port_of(os.environ.get("PORT")))
    else:
        keep_working(app)
except TimelineError as error:
    raise SystemExit(f"timeline: {error}") from error
