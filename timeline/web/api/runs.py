"""Extractions that run on the collection: how far they are, and how to stop them."""

from timeline.errors import StoreMovedError, UnknownResourceError
from timeline.store import Run
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.uploads.queueing import PAGE
from timeline.wording.strings import text

_MISSING = {404: "there is no such run of the page"}


class RefusedFile(Answer):
    """A file that was not read, with the reason."""

    name: str
    reason: str


class RunRecord(Answer):
    """An extraction; `ended` is empty while it runs, else done, cancelled or failed.

    `kind` is extract, watch or page; only those of the page can be stopped here. `lost` says that
    it was not heard of for too long.
    """

    run: str
    kind: str
    label: str
    done: int
    total: int
    current: str
    ended: str
    cancelled: bool
    lost: bool
    added: list[str]
    refused: list[RefusedFile]


class RunList(Answer):
    """Extractions, the oldest first."""

    runs: list[RunRecord]


class RunAnswer(Answer):
    """One extraction."""

    run: RunRecord


@operation("GET", "/runs")
def list_runs(context: ApiContext) -> RunList:
    """List the extractions on the collection, and those that ended of late."""
    now = context.works.clock()
    return RunList(runs=[_record(run, now) for run in context.works.runs.list()])


@operation("POST", "/runs/{run}/cancel", changes=True, refusals=_MISSING)
def cancel_run(context: ApiContext, run: str) -> RunAnswer:
    """Ask an extraction of the page to stop, or take it out of the queue; what it read stays."""
    adder = context.adder
    held = _of_page(context, run)
    adder.cancel(run)
    return RunAnswer(run=_record(_named(context, run) or held, context.works.clock()))


@operation(
    "DELETE",
    "/runs/{run}",
    status=204,
    changes=True,
    refusals={**_MISSING, 409: "it has not ended"},
)
def put_run_away(context: ApiContext, run: str) -> None:
    """Take an extraction of the page that has ended off the list."""
    adder = context.adder
    held = _of_page(context, run)
    if not (held.ended or held.silent(context.works.clock())):
        raise StoreMovedError(text("answers.still-read", label=held.label))
    adder.put_away(run)


def _of_page(context: ApiContext, name: str) -> Run:
    found = _named(context, name)
    if found is None or found.kind != PAGE:
        raise UnknownResourceError("run", name, (), "GET /runs")
    return found


def _named(context: ApiContext, name: str) -> Run | None:
    return next((run for run in context.works.runs.list() if run.id == name), None)


def _record(run: Run, now: float) -> RunRecord:
    return RunRecord(
        run=run.id,
        kind=run.kind,
        label=run.label,
        done=run.done,
        total=run.total,
        current=run.current,
        ended=run.ended,
        cancelled=run.cancel,
        lost=run.silent(now),
        added=list(run.added),
        refused=[RefusedFile(name=name, reason=reason) for name, reason in run.refused],
    )
