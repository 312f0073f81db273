"""Serves the store of a folder for the fuzz until it is ended: `… FOLDER open|locked|read-only`.

The first line that it prints is JSON: its port, its routes, and what its collections hold.
"""

import json
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from flask.testing import FlaskClient

from tests.store import invented
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.gateway.bounded_server import BoundedServer
from timeline.web.server import create_app
from timeline.web.uploads import queueing

PASSWORD = "a long enough password"  # noqa: S105 - of a server that lives for minutes
SECOND = "many"
SEEDS = Path(__file__).parents[2] / "seeds"


def fill(folder: str, events: int) -> None:
    """Put the seeds into the first collection, and invented events into another."""
    store = f"{folder}/fuzz.sqlite"
    command = (sys.executable, "-m", "timeline", "extract", str(SEEDS), "--store", store)
    subprocess.run([*command, "--out", f"{folder}/seeds.json"], check=True)
    read, made = invented.collection("Flood", articles=events // 3, told=3)
    spread = (
        replace(event, id=f"event{n}", title=f"Flood {n}", when=When.of_day(days(n)))
        for n, event in enumerate(made.events)
    )
    with Store.open(store) as opened:
        opened.create_collection(SECOND).articles.replace(
            read, Timeline(made.documents, tuple(spread))
        )


def days(number: int) -> int:
    """Return the day of an invented event."""
    return 731_000 + number * 7_919 % 7_300


def signed_in(client: FlaskClient) -> str:
    """Return the cookie of somebody who knows the password."""
    answer = client.post("/login", data={"password": PASSWORD})
    return answer.headers["Set-Cookie"].partition(";")[0]


def main() -> None:
    """Print what is in a store, and serve it."""
    folder, kind = sys.argv[1:]
    service = Service(
        Password.of(PASSWORD) if kind == "locked" else None, read_only=kind == "read-only"
    )
    store = Store.open(f"{folder}/fuzz.sqlite", read_only=service.read_only)
    with patch.object(queueing, "in_a_process", lambda _job, _patience: None):  # no parser for each
        app = create_app(store, lambda: datetime.now(UTC).isoformat(), service)
    listener = socket.create_server(("127.0.0.1", 0))
    server = BoundedServer(app.server, listener, channels={})
    rules = app.server.url_map.iter_rules()
    routes = sorted({(method, rule.rule) for rule in rules for method in rule.methods or ()})
    timeline = store.timeline.load()
    told = {
        "port": listener.getsockname()[1],
        "routes": routes,
        "events": [event.id for event in timeline.events[:40]],
        "documents": [dated.article.document for dated in timeline.documents[:10]],
        "cookie": signed_in(app.server.test_client()) if kind == "locked" else "",
        "prefixes": ["/", "/", f"/c/{SECOND}/"],
    }
    print(json.dumps(told), flush=True)
    server.run()


if __name__ == "__main__":
    main()
