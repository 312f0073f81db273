"""When the strip of what is being read changes."""

from hashlib import sha256
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.web.data.collection import Permissions
from timeline.web.features.uploads.view import ends, seen, strip
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.uploads.queueing import Works


def register(app: Dash, works: Works, may: Permissions) -> None:
    """Keep the strip true: the scripts ask slowly, and quickly while something runs."""

    @app.callback(
        Output(ids.RUNS, "children"),
        Output(ids.VALUES, ids.RUNS_SEEN),
        Input(ids.VALUES, ids.TICK),
        Input(ids.VALUES, ids.RUNS_ASKED),
        State(ids.VALUES, ids.RUNS_SEEN),
        prevent_initial_call=True,
    )
    def show_runs(*happened: Any) -> tuple[Any, Any]:  # noqa: ANN401 - what Dash hands over
        known: dict[str, Any] | None = happened[-1]
        now = works.clock()
        runs = seen(works.runs.list(), now)
        ended = ends(runs, now)
        told = {
            "mark": sha256(repr([(run, run.silent(now)) for run in runs]).encode()).hexdigest(),
            "ends": ended,
            "going": len(runs) - len(ended),
        }
        if known is not None and known.get("mark") == told["mark"]:
            return no_update, no_update
        return Still(strip(runs, now, may)), told

    run_script(app, "tellRuns", [], Input(ids.VALUES, ids.RUNS_SEEN))
