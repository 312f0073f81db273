"""What an extraction tells those who watch its store: that it runs, how far it is, how it ended.

Words go out once a second at most, by a thread of their own, so that an article that takes long
does not make its run look dead. A word that cannot be written, since the store is busy, is left
out: no run fails by telling of itself.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from uuid import uuid4

from timeline.errors import ArticleError, StoppedError, StoreError
from timeline.store import Run, Runs

Clock = Callable[[], float]
EVERY = 1.0  # seconds between two words
TRY_AGAIN = 75  # the exit code of a process that could not reach its store (sysexits.h)
SILENCE = 10.0  # seconds after which a run that gets no further says that it is there


def new_run(kind: str, label: str, now: float) -> Run:
    """Return a run that begins now, under a name that nobody can guess."""
    return Run(uuid4().hex, kind, label, now, now)


class Reporter:
    """The reporter of one run. Its methods may be called by any thread."""

    def __init__(self, runs: Runs, run: Run, clock: Clock) -> None:
        """Take the run as it is noted already; `clock` gives seconds of UNIX time."""
        self._runs = runs
        self._before = run.refused
        self._run = run
        self._told = run
        self._clock = clock
        self._lock = threading.Lock()
        self._stop = False

    def progress(self, place: int, count: int, name: str) -> None:
        """Report which article is worked on; raise StoppedError where somebody asks to stop."""
        self._change(done=place, total=count, current=name)
        if self._stop:
            raise StoppedError("stopped as asked")

    def refused_first(self, failures: Sequence[ArticleError]) -> None:
        """Report what was refused before the rest is read; later refusals are added to it."""
        self._before += tuple((failure.name, failure.reason) for failure in failures)
        self.refused(())

    def refused(self, failures: Sequence[ArticleError]) -> None:
        """Report what failed on which article, beside what was refused before the run began."""
        told = tuple((failure.name, failure.reason) for failure in failures)
        # A run that was taken up again has said some of it before.
        self._change(refused=tuple(dict.fromkeys(self._before + told)))

    def added(self, documents: Sequence[str]) -> None:
        """Report which articles are analysed, and in the store now or soon."""
        self._change(added=tuple(documents))

    def ask_to_stop(self) -> None:
        """Make the next report of progress raise StoppedError, as if somebody cancelled the run."""
        self._stop = True

    def speak(self) -> None:
        """Write what is new, or that the run is there, and hear whether it is asked to stop."""
        now = self._clock()
        with self._lock:
            run = self._run
        if run == self._told and now - run.beat < SILENCE:
            return
        self._change(beat=now)
        with suppress(StoreError):
            self._stop |= self._runs.update(replace(run, beat=now))
            self._told = replace(run, beat=now)

    def end(self, ended: str) -> None:
        """Report how the run ended."""
        self._runs.update(self.ended(ended))

    def ended(self, ended: str) -> Run:
        """Return the run as it ended, for whoever writes that together with something else."""
        self._change(ended=ended, beat=self._clock(), current="")
        return self._run

    def _change(self, **values: object) -> None:
        with self._lock:
            self._run = replace(self._run, **values)  # type: ignore[arg-type]


@contextmanager
def speaking(reporter: Reporter, every: float = EVERY) -> Iterator[None]:
    """Report that a run is alive from time to time as long as the block runs."""
    with repeatedly(reporter.speak, every):
        yield


@contextmanager
def repeatedly(work: Callable[[], object], every: float) -> Iterator[None]:
    """Call something every so many seconds, in a thread of its own, as long as the block runs."""
    over = threading.Event()

    def go_on() -> None:
        while not over.wait(every):
            work()

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def reported(runs: Runs, kind: str, label: str, clock: Clock) -> Iterator[Reporter]:
    """Report a run of the command line as long as the block runs; it tells its own user the rest.

    A store that is too busy to take the word of it is no reason not to run. Of a run that is
    stopped the note stays for some days, as "cancelled".
    """
    run = new_run(kind, label, clock())
    with suppress(StoreError):
        runs.add(run)
    reporter = Reporter(runs, run, clock)
    stopped = False
    try:
        with speaking(reporter):
            yield reporter
    except (StoppedError, KeyboardInterrupt):
        stopped = True
        raise
    finally:
        with suppress(StoreError):
            if stopped:
                reporter.end("cancelled")
            else:
                runs.delete(run.id)
