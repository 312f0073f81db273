"""The events that the filters keep, as a file in any of the formats."""

from flask import Flask, Response, abort, request

from timeline.export.format import Drawing
from timeline.export.formats import FORMATS, exported
from timeline.figures.theme import DARK
from timeline.web.collection import Shelf
from timeline.web.state import read


def serve_exports(server: Flask, shelf: Shelf) -> None:
    """Answer `/export?format=csv&…` with the events that pass the filters of the query."""

    def export() -> Response:
        kind = FORMATS.get(request.args.get("format", ""))
        if kind is None:
            abort(404)
        state = read(request.query_string.decode())
        drawing = Drawing(lanes=state.lanes, dark=request.args.get("theme") == DARK.name)
        whole = shelf.collection().timeline
        name = f'attachment; filename="timeline{kind.suffix}"'
        return Response(
            exported(whole, kind.name, state.selection, drawing),
            mimetype=kind.media_type,
            headers={"Content-Disposition": name, "Cache-Control": "no-store"},
        )

    server.add_url_rule("/export", "export", export)
