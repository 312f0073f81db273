"""The events that the filters keep, as a file in any of the formats."""

from collections.abc import Iterator

from flask import Flask, Response, abort, request

from timeline.drawing.options import DrawingOptions
from timeline.drawing.theme import DARK
from timeline.export.formats import FORMATS, exported
from timeline.web.data.collection import CollectionCache
from timeline.web.data.days import chronology
from timeline.web.http.memory import release_memory
from timeline.web.page.state import read

BLOCK = 65_536  # bytes
LARGE = 1_000_000  # bytes, from which on it is worth to give memory back


def serve_exports(server: Flask, cache: CollectionCache) -> None:
    """Answer `/export?format=csv&…` with the events that pass the filters of the query.

    With `only=days` they are those of the days that matter.
    """

    def export() -> Response:
        kind = FORMATS.get(request.args.get("format", ""))
        if kind is None:
            abort(404)
        state = read(request.query_string.decode("utf-8", "replace"))
        drawing = DrawingOptions(lanes=state.lanes, dark=request.args.get("theme") == DARK.name)
        collection, selection = cache.collection(), state.selection
        whole = collection.timeline
        if request.args.get("only") == "days":
            whole = chronology(collection, selection, state.days)
        body = exported(whole, kind.name, selection, drawing)
        # Written whole first: what fails is an answer of its own, not half a file.
        name = f'attachment; filename="timeline{kind.suffix}"'
        answer = Response(
            blocks(body),  # compressed as they are sent, so that no second copy is held
            mimetype=kind.media_type,
            headers={"Content-Disposition": name, "Cache-Control": "no-store"},
        )
        if len(body) > LARGE:
            answer.call_on_close(release_memory)
        return answer

    server.add_url_rule("/export", "export", export)


def blocks(body: bytes) -> Iterator[bytes]:
    """Yield a file in blocks."""
    for start in range(0, len(body), BLOCK):
        yield body[start : start + BLOCK]
