"""Attempts at the password are slowed: the more of them fail, the longer the next one waits."""

from collections.abc import Callable
from ipaddress import ip_address
from threading import Lock

FREE = 4  # wrong passwords of one caller that cost no wait
FREE_OF_ALL = 40  # of all callers together
LONGEST_WAIT = 300.0  # seconds
FORGIVEN = 3_600.0  # seconds after the last failure
MOST_CALLERS = 10_000
EVERYBODY = ""
_NETWORK = 64  # bits of an IPv6 address; one home has all addresses below them


class Attempts:
    """Counts the failures of each caller, and of all together. Safe to share between threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock that gives seconds."""
        self._clock = clock
        self._lock = Lock()
        self._failures: dict[str, tuple[int, float]] = {}

    def wait(self, address: str | None) -> float:
        """Give the seconds that a caller has to wait before the next attempt counts."""
        with self._lock:
            return max(self._left(_caller(address), FREE), self._left(EVERYBODY, FREE_OF_ALL))

    def failed(self, address: str | None) -> None:
        """Count a wrong password."""
        now = self._clock()
        with self._lock:
            for caller in (_caller(address), EVERYBODY):
                count, last = self._failures.pop(caller, (0, now))
                count = 0 if now - last > FORGIVEN else count
                self._failures[caller] = (count + 1, now)
            while len(self._failures) > MOST_CALLERS:  # the one that failed longest ago
                del self._failures[next(iter(self._failures))]

    def passed(self, address: str | None) -> None:
        """Forget the failures of a caller who knows the password."""
        with self._lock:
            self._failures.pop(_caller(address), None)

    def _left(self, caller: str, free: int) -> float:
        count, last = self._failures.get(caller, (0, 0.0))
        if count < free:
            return 0.0
        wait = min(2.0 ** min(count - free, 30), LONGEST_WAIT)
        return max(last + wait - self._clock(), 0.0)


def _caller(address: str | None) -> str:
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if found.version == 6:  # noqa: PLR2004 - the version's own number
        return str(int(found) >> (128 - _NETWORK))
    return str(found)
