"""What is extracted at the moment, and how what was added ended."""

import json
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.store import Run
from timeline.store.runs import WAITING
from timeline.web.data.collection import Permissions
from timeline.web.page.attributes import aria, data
from timeline.web.page.pieces import action, icon
from timeline.web.uploads.queueing import PAGE
from timeline.wording.names import escaped
from timeline.wording.strings import counted, text

MOST_SHOWN = 50  # articles that one link can ask for
_COMMANDS = {"extract": "timeline extract", "watch": "timeline watch"}


def seen(runs: Sequence[Run], now: float) -> list[Run]:
    """Return the runs that a page shows: those under way, and its own that ended or were lost."""
    return [run for run in runs if run.kind == PAGE or not (run.ended or run.silent(now))]


def strip(runs: Sequence[Run], now: float, may: Permissions) -> list[Component]:
    """Return a line for each run."""
    return [_line(run, now, may) for run in runs]


def ends(runs: Sequence[Run], now: float) -> dict[str, str]:
    """Return what is to be said of each run that is over, by its id."""
    return {run.id: _end(run) for run in runs if run.ended or run.silent(now)}


def _line(run: Run, now: float, may: Permissions) -> Component:
    over = bool(run.ended) or run.silent(now)
    parts = _over(run, may) if over else _under_way(run, may)
    return html.Div(
        parts,
        className="run run-over" if over else "run",
        role="group",
        **aria(label=text("uploads.adding", name=escaped(run.label))),
        **data(run=run.id, ended=run.ended),
    )


def _under_way(run: Run, may: Permissions) -> list[Component]:
    words = html.P(
        [
            html.Strong(_doing(run)),
            html.Span(escaped(_current(run)), className="run-name muted"),
        ],
        className="run-words",
    )
    label = aria(label=text("uploads.read"))
    bar = html.Progress(**label)
    if run.total:
        bar = html.Progress(value=str(run.done), max=str(run.total), **label)
    stop = action("cancel-run", text("uploads.cancel"), run=run.id, className="button quiet")
    own = run.kind == PAGE and may.add and not run.cancel
    return [words, bar, *([stop] if own else [])]


def _doing(run: Run) -> str:
    name, command = escaped(run.label), _COMMANDS.get(run.kind, run.kind)
    own = run.kind == PAGE
    doing = text("uploads.adding" if own else "uploads.reading", name=name, command=command)
    if run.cancel:
        return text("uploads.stopping", doing=doing)
    if not run.total:
        return text("uploads.going-on", doing=doing)
    return text("uploads.so-far", doing=doing, done=f"{run.done:,}", total=f"{run.total:,}")


def _current(run: Run) -> str:
    waits = run.queue == WAITING and not run.cancel
    return run.current or (text("uploads.waits") if waits else "")


def _over(run: Run, may: Permissions) -> list[Component]:
    told: list[Component] = [html.P(_end(run), className="run-words")]
    if 0 < len(run.added) <= MOST_SHOWN:
        only = json.dumps(run.added)
        words = text("uploads.show-added")
        told.append(action("show-added", words, value=only, className="link-button"))
    if run.refused:
        told.append(_refusals(run.refused))
    if may.add:
        close = action(
            "put-run-away",
            icon("close"),
            run=run.id,
            className="icon-button",
            aria_label=text("uploads.put-away", name=escaped(run.label)),
        )
        told.append(close)
    return told


def _end(run: Run) -> str:
    read = counted(len(run.added), "article")
    files = counted(len(run.refused), "unread-file")
    left = text("uploads.not-in-full", files=files) if run.refused else ""
    match run.ended:
        case "done":
            return text("uploads.done", articles=read, left=left)
        case "cancelled":
            return text("uploads.stopped", articles=read, total=f"{run.total:,}", left=left)
        case _:
            return text("uploads.lost", name=escaped(run.label), left=left)


def _refusals(refused: Sequence[tuple[str, str]]) -> Component:
    items = [
        html.Li([html.Strong(name), text("uploads.refused", reason=reason)])
        for name, reason in refused
    ]
    return html.Details(
        [html.Summary(text("uploads.refused-head")), html.Ul(items)],
        open=True,
        className="run-refused",
    )
