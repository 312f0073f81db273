"""The events that the filters keep, as a file in any of the formats."""

from collections.abc import Iterator
from io import BytesIO

from flask import Flask, Response, abort, request

from timeline.drawing.options import DrawingOptions
from timeline.drawing.theme import DARK
from timeline.export.digest import DIGEST_FORMATS, write_digest
from timeline.export.formats import FORMATS, exported
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.data.days import names_over
from timeline.web.http.memory import release_memory
from timeline.web.page.seen import seen
from timeline.web.page.state import State

BLOCK = 65_536  # bytes
LARGE = 1_000_000  # bytes, from which on it is worth to give memory back


def serve_exports(server: Flask, cache: CollectionCache) -> None:
    """Answer `/export?format=csv&…` with the events that pass the filters of the query.

    With `only=days` it is the chronology of the days that matter, in the formats of a digest.
    """

    def export() -> Response:
        kind = FORMATS.get(request.args.get("format", ""))
        only_days = request.args.get("only") == "days"
        if kind is None or (only_days and kind.name not in DIGEST_FORMATS):
            abort(404)
        collection = cache.collection()
        state = seen(request.query_string.decode("utf-8", "replace"), collection)
        drawing = DrawingOptions(lanes=state.lanes, dark=request.args.get("theme") == DARK.name)
        if only_days:
            body = chronology(collection, state, kind.name)
        else:
            located = collection.locations
            body = exported(collection.timeline, kind.name, state.selection, drawing, located)
        # Written whole first: what fails is an answer of its own, not half a file.
        stem = "chronology" if only_days else "timeline"
        hides = "-without-little-worth" if collection.left_out(state.selection) else ""
        name = f'attachment; filename="{stem}{hides}{kind.suffix}"'
        answer = Response(
            blocks(body),  # compressed as they are sent, so that no second copy is held
            mimetype=kind.media_type,
            headers={"Content-Disposition": name, "Cache-Control": "no-store"},
        )
        if len(body) > LARGE:
            answer.call_on_close(release_memory)
        return answer

    server.add_url_rule("/export", "export", export)


def chronology(collection: Collection, state: State, format_name: str) -> bytes:
    """Return the days that matter of what the filters keep as a file."""
    out = BytesIO()
    made = collection.days(state.selection, state.days)
    write_digest(made, format_name, out, names_over(state.selection))
    return out.getvalue()


def blocks(body: bytes) -> Iterator[bytes]:
    """Yield a file in blocks."""
    for start in range(0, len(body), BLOCK):
        yield body[start : start + BLOCK]
