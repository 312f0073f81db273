"""What the page's scripts ask of the API (assets/scripts/page/server.js), for tests in Python.

A request names what to `do` on which `events`; the answer is that of the API, with `error` in the
place of a problem's `detail`, `change` for the number of the edit and `event` for its subject.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from timeline.app import store_session
from timeline.editing import EditedTimeline
from timeline.editing.author import author_name
from timeline.model.timeline import Timeline
from timeline.store import Sight, Store
from timeline.web.api.context import Editors
from timeline.web.server import make_page

API = "/api/v1"
_LISTS = ("actors", "places", "tags")
_VALUES = {
    "status": "status",
    "category": "category",
    "tag": "tag",
    "untag": "tag",
    "revert": "field",
}
_OF_ONE = ("edit", "split", "revert")
_OF_NONE = ("undo", "redo", "add", "published", "place")
_RENAMED = {"change": "edit", "places": "mentions", "text": "date"}
_KEPT = ("sentences", "seen", "quote", "start", "end", "by", "as_of", "known")


def names_in(text: str) -> list[str]:
    """Return the names between semicolons or line breaks, as the page reads its fields."""
    return [name.strip() for name in text.replace("\n", ";").split(";") if name.strip()]


def body_of(request: dict[str, Any]) -> dict[str, Any]:
    """Return the body of an edit that the page would send."""
    kind, events = request["do"], request.get("events", [])
    body: dict[str, Any] = {name: request[name] for name in _KEPT if name in request}
    if kind in _OF_ONE:
        body["event"] = events[0] if events else ""
    elif kind not in _OF_NONE:
        body["events"] = events
    if kind in _VALUES:
        body[_VALUES[kind]] = request.get("value", "")
    if "fields" in request:
        typed = request["fields"].items()
        body["fields"] = {
            name: names_in(text) if name in _LISTS and isinstance(text, str) else text
            for name, text in typed
        }
    if kind in ("add", "published") and request.get("document"):
        body["document"] = request["document"]
    if kind == "place":
        body |= {"name": request.get("value", ""), "place": request.get("place")}
    if kind == "split":
        body.setdefault("mentions", [])
    return body | {_RENAMED[name]: request[name] for name in _RENAMED if name in request}


def told(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - the answer of a test client
    """Return an answer as the page's scripts read it."""
    found: dict[str, Any] = answer.get_json() or {}
    if answer.status_code >= 400:
        return {**found, "error": found["detail"]}
    return {**found, "change": found.get("edit"), "event": found.get("subject")}


def edit(client: FlaskClient, request: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Make an edit as the page does."""
    address = f"{path}{API}/edits/{request['do']}"
    return told(client.post(address, json=body_of(request)))


def served(
    store: Store, editors: Editors, source: EditedTimeline, clock: Callable[[], str]
) -> Flask:
    """Return the server of a page over a store."""

    def publish(document: str, text: str | None, by: str | None, sight: Sight | None) -> int | None:
        return store_session.set_publication_date(
            store, document, text, clock(), author_name(by), sight
        )

    def foresee(document: str, text: str) -> Timeline:
        return source.over(store_session.preview_publication_date(store, document, text))

    server: Flask = make_page(source, publish, foresee, editors=editors).server
    return server
