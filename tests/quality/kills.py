"""Kills and stops programs amid extractions, edits and uploads, and counts what is lost.

    python -m tests.quality.kills 1000 [200 [STORE]]

In turn, a program saves extractions and edits, or a server takes uploads and edits over HTTP and
analyses what came. At some moment it is killed (SIGKILL): the server, or first the process that
analyses; or the server is told to end (SIGTERM, SIGINT). Every so often the server is started as
users start it, else by a fork. After each life the file must be sound and the index of words in
step; an orderly end has exit code 0 and leaves no process and no file. In the end a server works
off what waits, and everything that was acknowledged must be there, in its order, and nothing else
left: no process, no file in the temporary folder, no upload, no run that has not ended.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.quality.kill_client import Acknowledged, Visitor
from tests.quality.kill_lives import PAGE, STATES, WORKER, Life, Page, begin, edit_and_save, serve
from tests.web.real_server import free_port, processes_with, serving
from tests.web.sample import add_sentence
from timeline.app.collect import collect
from timeline.cli import ingest
from timeline.errors import StoreAwayError
from timeline.store import Store, queue
from timeline.web.uploads.claimers import is_gone, new_claim

LONGEST = 0.8  # seconds that a server lives after its first answer
STARTING = 0.1  # of the lives end within that time while the server starts
REAL = 40  # each so many lives of a server it is started as users do
REAL_LONGEST = 5.0
EDITING = 0.06  # seconds that a program lives that only edits and saves
PATIENCE = 60.0
OPENED_ANEW = 3  # times that a store may be away while what waits is worked off
LEFT_TO_SERVER = 20  # uploads that a server works off in the end; the others are quicker without


@dataclass(slots=True)
class Trial:
    """A store, what was acknowledged there, and what went wrong."""

    where: str
    folder: Path
    page: Page
    turn: random.Random
    known: Acknowledged = field(default_factory=Acknowledged)
    wrong: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    leashes: list[Life] = field(default_factory=list)
    longest: float = 0.0

    @property
    def temporary(self) -> Path:
        """The temporary folder of the servers."""
        return self.folder / "temporary"

    def check(self, what: str, *, holds: bool) -> None:
        """Note what does not hold."""
        if not holds:
            self.wrong.append(what)
            print("WRONG:", what, flush=True)


def main(kills: int, stops: int, where: str, folder: Path) -> int:
    """Kill and stop that often; give how much went wrong."""
    _prepare(where, folder)
    trial = Trial(where, folder, Page.over(where), random.Random(1))
    trial.temporary.mkdir()
    plan: list[signal.Signals | None] = [None] * kills + [signal.SIGTERM, signal.SIGINT] * (
        stops // 2
    )
    trial.turn.shuffle(plan)
    for number, order in enumerate(plan):
        if order is None and number % 3 == 0:
            _kill_editing(trial, number)
        else:
            real = number % REAL == REAL - 1
            (_serve_really if real else _serve_forked)(trial, number, order)
        _check_store(trial, number)
        if number % 25 == 24:
            print(f"{number + 1}: {_figures(trial)}", flush=True)
    _settle(trial)
    print(_figures(trial), f"{len(trial.wrong)} wrong", sep="; ")
    return len(trial.wrong)


def _figures(trial: Trial) -> str:
    known = trial.known
    return (
        f"{dict(trial.counts)}; acknowledged: {len(known.changes)} changes, "
        f"{known.uploads} uploads of {known.files} files; "
        f"the longest orderly end took {trial.longest:.1f} s"
    )


def _prepare(where: str, folder: Path) -> None:
    """Make the store, and load all that reading and analysing need, for all lives."""
    article = folder / "article.txt"
    article.write_text("The bridge of the old town fell into the river on 4 May 1999.", "utf-8")
    collect([article])
    with Store.open(where) as store:
        store.articles.replace(*STATES[0])
        add_sentence(
            store.create_collection(PAGE), "anchor.txt", "The harbour burnt on 4 May 1999."
        )


def _kill_editing(trial: Trial, number: int) -> None:
    life = begin(lambda: edit_and_save(trial.where, number))
    with os.fdopen(life.said) as said:
        assert said.readline() == "ready\n"
        time.sleep(trial.turn.random() * EDITING)
        os.kill(life.process, signal.SIGKILL)
        lines = said.read().split("\n")[:-1]  # a last one may be cut off
    os.waitpid(life.process, 0)
    trial.check("an editing program left something over", holds=life.is_over(PATIENCE))
    pairs = (line.partition(" ") for line in lines)
    trial.known.changes |= {int(made): ("note", subject) for made, _, subject in pairs}
    trial.counts["kills of an editing program"] += 1


def _serve_forked(trial: Trial, number: int, order: signal.Signals | None) -> None:
    port = free_port()
    life = begin(lambda: serve(trial.page, port, trial.temporary))
    os.close(life.said)
    with _ending(trial, life.process, LONGEST, order) as first:
        met = _visitor(trial, number).talk(port, first)
        _, status = os.waitpid(life.process, 0)
    if order is None:
        trial.leashes.append(life)
        if trial.turn.random() < 0.5:  # else the next begins while this one's child still ends
            _let_go(trial)
        return
    trial.counts[order.name] += 1
    trial.counts["of these, ended before it served"] += not met
    clean = status == 0 or not met
    trial.check(f"exit {status} after {order.name}", holds=clean)
    trial.leashes.append(life)
    _let_go(trial)
    left = [path.name for path in trial.temporary.iterdir()]
    trial.check(f"left over after {order.name}: {left}", holds=not left)


def _visitor(trial: Trial, number: int) -> Visitor:
    with Store.open(trial.where) as store:
        told = store.collection(PAGE).timeline.load().events
    event = next(event.id for event in told if "anchor.txt" in event.documents)
    return Visitor(number, event, trial.turn, trial.known)


def _serve_really(trial: Trial, number: int, order: signal.Signals | None) -> None:
    where = f"{trial.where}#{PAGE}"
    with (
        serving(where, trial.temporary) as server,
        _ending(trial, server.process.pid, REAL_LONGEST, order) as first,
    ):
        _visitor(trial, number).talk(server.port, first)
        status = server.process.wait()
    trial.counts["of these, started as users do"] += 1
    if order is not None:
        trial.counts[order.name] += 1
        trial.check(f"exit {status} after {order.name}", holds=status == 0)
    until = time.monotonic() + PATIENCE
    while processes_with(str(trial.temporary)) and time.monotonic() < until:
        time.sleep(0.1)
    left = processes_with(str(trial.temporary))
    trial.check(f"processes left over: {left}", holds=not left)
    if order is not None:
        files = [path.name for path in trial.temporary.iterdir()]
        trial.check(f"left over after {order.name}: {files}", holds=not files)


@contextmanager
def _ending(
    trial: Trial, process: int, longest: float, order: signal.Signals | None
) -> Iterator[Callable[[], None]]:
    """End a process some time after it has answered for the first time, or while it starts.

    Yields what is to be called at the first answer.
    """
    begun = 0.0
    seconds = max(trial.turn.random() * longest, 0.001)
    victim = trial.turn.random() < 0.25 and order is None
    starting = trial.turn.random() < STARTING

    def end(*_: object) -> None:
        nonlocal begun, victim
        if victim and not starting:
            victim = False
            with suppress(OSError, ValueError):
                os.kill(int((trial.folder / WORKER).read_text("ascii")), signal.SIGKILL)
                trial.counts["kills of an analysing process"] += 1
            arm()
            return
        begun = time.monotonic()
        os.kill(process, order or signal.SIGKILL)
        trial.counts["kills of a server"] += order is None

    def arm() -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds)

    signal.signal(signal.SIGALRM, end)
    if starting:
        arm()
    try:
        yield arm if not starting else _nothing
        if order is not None:
            trial.longest = max(trial.longest, time.monotonic() - begun)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _nothing() -> None:
    pass


def _let_go(trial: Trial) -> None:
    for life in trial.leashes:
        trial.check("a process is left over", holds=life.is_over(PATIENCE))
    trial.leashes.clear()


def _check_store(trial: Trial, number: int) -> None:
    """Look at the store as it is after a life."""
    with Store.open(trial.where) as store:
        held = (store.articles.analyses(), store.timeline.load())
        trial.check(f"{number}: the extraction is not whole", holds=held in STATES)
        for one in (store, store.collection(PAGE)):
            trial.check(f"{number}: the index is out of step", holds=one.search.is_consistent())
    if "://" not in trial.where:
        with closing(sqlite3.connect(trial.where)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check").fetchone()
            trial.check(f"{number}: {found}", holds=found == "ok")


def _work_off(trial: Trial) -> None:
    """Work off most of what waits in this process, so that it does not take hours.

    A store that is away for a moment is opened anew, as the next process of a server would do.
    """
    for left in reversed(range(OPENED_ANEW)):
        try:
            _work_through(trial)
        except StoreAwayError:
            if not left:
                raise
            time.sleep(1)
        else:
            return


def _work_through(trial: Trial) -> None:
    queue.MOST_TRIES = 10**6  # as in the lives: it was we who killed
    with Store.open(trial.where) as store:
        while store.queue.count() > LEFT_TO_SERVER:
            claim = store.queue.claim(new_claim(), time.time(), is_gone)
            if claim is None:
                time.sleep(0.2)  # until the claim of somebody dead runs out
                continue
            page = store.collection(claim.collection)
            run = next(run for run in page.runs.list() if run.id == claim.run_id)
            ingest.work(
                {"store": page.address, "claim": asdict(claim), "run": asdict(run)}, time.time
            )


def _settle(trial: Trial) -> None:
    """Let a server work off the last of what waits; then look at all that was acknowledged."""
    _work_off(trial)
    port = free_port()
    life = begin(lambda: serve(trial.page, port, trial.temporary))
    os.close(life.said)
    with ExitStack() as ending, Store.open(trial.where) as store:
        ending.callback(_let_go, trial)
        until = time.monotonic() + 10 * PATIENCE
        while store.queue.count() and time.monotonic() < until:
            time.sleep(0.2)
        os.kill(life.process, signal.SIGTERM)
        os.waitpid(life.process, 0)
        trial.leashes.append(life)
        trial.check("uploads are left over", holds=not store.queue.count())
        page = store.collection(PAGE)
        open_ones = [run for run in page.runs.list() if not run.ended]
        trial.check(f"runs are left over: {open_ones}", holds=not open_ones)
        failed = [run for run in page.runs.list() if run.ended != "done"]
        trial.check(f"runs failed: {failed}", holds=not failed)
        texts = {a.article.document: a.article.text for a in page.articles.analyses()}
        for name in trial.known.lost_files(texts):
            trial.check(f"lost: {name} is {texts.get(name)!r}", holds=False)
        held = {c.id: c for one in (store, page) for c in one.edits.list()}
        for made, (kind, subject) in trial.known.changes.items():
            kept = made in held and held[made].edits[0].subject == subject
            trial.check(f"lost: {kind} {made} on {subject}", holds=kept)
    left = [path.name for path in trial.temporary.iterdir()]
    trial.check(f"files are left over: {left}", holds=not left)


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        KILLS, STOPS = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
        STORE = sys.argv[3] if len(sys.argv) > 3 else str(Path(place) / "kills.sqlite")
        sys.exit(bool(main(KILLS, STOPS, STORE, Path(place))))
