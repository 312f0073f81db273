"""An orderly stop of a command: Ctrl-C (SIGINT) and SIGTERM are heard between two articles.

The first one asks: the command saves what is done, ends its processes, says so and exits with 128
and the number of the signal, as shells do (130, 143). The second one ends it at once. A signal that
raised where it strikes could leave a lock held or a module half loaded; so it only notes itself.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from timeline.errors import StoppedError

SIGNALS = (signal.SIGINT, signal.SIGTERM)
_EXIT = 128


class Stop:
    """Whether a signal asks the command to stop. Cheap to ask, at any time, by any thread."""

    def __init__(self) -> None:
        """Start unasked."""
        self._number = 0

    def is_set(self) -> bool:
        """Return whether a stop is asked for."""
        return self._number != 0

    def check(self, *_: object) -> None:
        """Raise StoppedError where a stop is asked for; fit to report progress to."""
        if self._number:
            raise StoppedError("stopped", _EXIT + self._number)

    def hear(self, number: int, _frame: FrameType | None) -> None:
        """Note a signal, and let the next one end the process."""
        self._number = number
        for one in SIGNALS:
            signal.signal(one, signal.SIG_DFL)


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Note signals while the block runs; those that this process is told to ignore stay ignored."""
    stop = Stop()
    before = {one: signal.getsignal(one) for one in SIGNALS}
    heard = [one for one in SIGNALS if before[one] is not signal.SIG_IGN]
    for one in heard:
        signal.signal(one, stop.hear)
    try:
        yield stop
    finally:
        for one in heard:
            signal.signal(one, before[one])


@contextmanager
def saying(words: str) -> Iterator[None]:
    """Add to a stop inside the block what became of the work, and how to go on."""
    try:
        yield
    except StoppedError as error:
        raise StoppedError(f"{error}: {words}", error.code) from error
