"""What a long run has made is put down as it goes, so that a run that is ended loses little.

Saving a large store takes long itself: so it is done the more seldom the longer it takes, and costs
a twentieth of the run at most.
"""

import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from timeline.model.timeline import Analysis

T = TypeVar("T")

LEAST = 10.0  # seconds between two savings
SHARE = 20  # times as long as the last one took


class Saver(Generic[T]):
    """Gathers analyses, and saves them from time to time."""

    def __init__(
        self,
        save: Callable[[Sequence[Analysis]], T],
        clock: Callable[[], float] = time.monotonic,
        least: float = LEAST,
    ) -> None:
        """Take what saves; the clock only paces it, `least` seconds between two savings."""
        self._save = save
        self._clock = clock
        self._least = least
        self._waiting: list[Analysis] = []
        self._last = clock()
        self._took = 0.0
        self.saved = 0  # analyses so far

    def add(self, analysis: Analysis) -> None:
        """Take an analysis; save what has gathered if it is time."""
        self._waiting.append(analysis)
        if self._clock() - self._last >= max(self._least, SHARE * self._took):
            self.save()

    def save(self) -> T:
        """Save what has gathered, even if that is nothing; give what saving gives."""
        begun = self._clock()
        saved = self._save(tuple(self._waiting))
        self.saved += len(self._waiting)
        self._waiting.clear()
        self._last = self._clock()
        self._took = self._last - begun
        return saved

    def rescue(self) -> None:
        """Save what has gathered before the run ends early."""
        if self._waiting:
            self.save()
