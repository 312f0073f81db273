"""What is extracted at the moment, and how what was added ended."""

import json
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.store import Run
from timeline.store.runs import WAITING
from timeline.web.data.collection import May
from timeline.web.page.attributes import aria, data
from timeline.web.page.pieces import action, icon
from timeline.web.uploads.queueing import PAGE
from timeline.wording.labels import counted
from timeline.wording.names import escaped

WAITS = "waits for its turn"
MOST_SHOWN = 50  # articles that one link can ask for
_COMMANDS = {"extract": "timeline extract", "watch": "timeline watch"}


def seen(runs: Sequence[Run], now: float) -> list[Run]:
    """Return the runs that a page shows: those under way, and its own that ended or were lost."""
    return [run for run in runs if run.kind == PAGE or not (run.ended or run.silent(now))]


def strip(runs: Sequence[Run], now: float, may: May) -> list[Component]:
    """Return a line for each run."""
    return [_line(run, now, may) for run in runs]


def ends(runs: Sequence[Run], now: float) -> dict[str, str]:
    """Return what is to be said of each run that is over, by its id."""
    return {run.id: _end(run) for run in runs if run.ended or run.silent(now)}


def _line(run: Run, now: float, may: May) -> Component:
    over = bool(run.ended) or run.silent(now)
    parts = _over(run, may) if over else _under_way(run, may)
    return html.Div(
        parts,
        className="run run-over" if over else "run",
        role="group",
        **aria(label=f"Adding {escaped(run.label)}"),
        **data(run=run.id, ended=run.ended),
    )


def _under_way(run: Run, may: May) -> list[Component]:
    words = html.P(
        [
            html.Strong(_doing(run)),
            html.Span(escaped(_current(run)), className="run-name muted"),
        ],
        className="run-words",
    )
    label = aria(label="Articles read")
    bar = html.Progress(**label)
    if run.total:
        bar = html.Progress(value=str(run.done), max=str(run.total), **label)
    stop = action("cancel-run", "Cancel", run=run.id, className="button quiet")
    own = run.kind == PAGE and may.add and not run.cancel
    return [words, bar, *([stop] if own else [])]


def _doing(run: Run) -> str:
    who = f"Adding {escaped(run.label)}"
    if run.kind != PAGE:
        who = f"{_COMMANDS.get(run.kind, run.kind)} is reading {escaped(run.label)}"
    if run.cancel:
        return f"{who}: stopping …"
    return f"{who}: {run.done:,} of {run.total:,}" if run.total else f"{who} …"


def _current(run: Run) -> str:
    waits = run.queue == WAITING and not run.cancel
    return run.current or (WAITS if waits else "")


def _over(run: Run, may: May) -> list[Component]:
    told: list[Component] = [html.P(_end(run), className="run-words")]
    if 0 < len(run.added) <= MOST_SHOWN:
        only = json.dumps(run.added)
        told.append(action("show-added", "Show only these", value=only, className="link-button"))
    if run.refused:
        told.append(_refusals(run.refused))
    if may.add:
        close = action(
            "put-run-away",
            icon("close"),
            run=run.id,
            className="icon-button",
            aria_label=f"Put away the message on {escaped(run.label)}",
        )
        told.append(close)
    return told


def _end(run: Run) -> str:
    read = counted(len(run.added), "article")
    left = (
        f" {counted(len(run.refused), 'file was', 'files were')} not read in full."
        if run.refused
        else ""
    )
    match run.ended:
        case "done":
            return f"{read} added.{left}"
        case "cancelled":
            return f"Stopped as asked: {read} of {run.total:,} added.{left}"
        case _:
            return (
                f"Reading {escaped(run.label)} ended before its time. What was read until then is "
                f"in the collection; add the rest again.{left}"
            )


def _refusals(refused: Sequence[tuple[str, str]]) -> Component:
    items = [html.Li([html.Strong(name), f" {reason}"]) for name, reason in refused]
    return html.Details(
        [html.Summary("What was not read in full, and why"), html.Ul(items)],
        open=True,
        className="run-refused",
    )
