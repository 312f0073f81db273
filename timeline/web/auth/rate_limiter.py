"""Limits on tries of the password: by caller, and for all callers together.

A caller is a network address, or a browser that has signed in before (`known_browsers.py`). Every
try counts as a failure before it is hashed, and is taken back where it was right, so tries sent at
once gain nothing.

By caller: four failures cost nothing, then each doubles the wait, up to five minutes.

All together: tries of addresses are paced, apart for those that have not failed within a day, for
those that failed once, twice, and so on. So whoever has many addresses uses them up: each address
stands once a day among those that never failed, and a new visitor waits only behind these. Of a /48
network of IPv6, which is 65,536 addresses to whoever rents it, only so many do. Known browsers are
not paced: nothing that others do makes them wait.

`ticks` is a monotonic clock of the whole machine (`time.monotonic`). A moment that lies ahead of it
is from before the machine was started, and forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b

from timeline.web.auth.caller_table import CallerTable, Failures
from timeline.web.auth.shared_state import SharedState
from timeline.web.http.callers import Caller

Ticks = Callable[[], float]
FREE = 4  # failures of one caller that cost no wait
LONGEST_WAIT = 300.0  # seconds
FORGIVEN = 3_600.0  # seconds after the last failure, from which on a caller counts as failed once
FORGOTTEN = 86_400.0  # seconds after the last failure
NEW_OF_SITE = (
    256  # addresses of a site that may fail within a day before the others count as failed
)
_NETWORK, _SITE = (
    64,
    48,
)  # bits of an IPv6 address; one home has all below 64, one customer below 48
_ROUNDING = 1e-6  # seconds


@dataclass(frozen=True, slots=True)
class Pace:
    """Tries that come evenly: `burst` at once, then one in `every` seconds."""

    every: float
    burst: int

    def wait(self, due: float, now: float) -> float:
        """Return the seconds until the next try fits, where the ones before are due until `due`."""
        return max(self._sound(due, now) - (self.burst - 1) * self.every - now, 0.0)

    def after(self, due: float, now: float) -> float:
        """Return until when the tries are due after one more."""
        return max(self._sound(due, now), now) + self.every

    def _sound(self, due: float, now: float) -> float:
        return due if due <= now + self.burst * self.every + _ROUNDING else now


# By how often an address has failed within a day; the last holds for all that failed more often.
PACES = (Pace(0.25, 20), *[Pace(10.0, 20)] * FREE)


@dataclass(frozen=True, slots=True)
class Delay:
    """The seconds until a caller may try, and whether for failures of its own."""

    seconds: float = 0.0
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Try:
    """A try that was counted, or the delay until one may be."""

    caller: Caller
    delay: Delay = Delay()
    before: Failures | None = None
    level: int = 0
    now: float = 0.0


class RateLimiter:
    """Counts the tries of each caller, and of all together. Safe between threads and processes."""

    def __init__(self, key: bytes, ticks: Ticks, state: SharedState) -> None:
        """Take a secret key, a monotonic clock in seconds, and what all workers share."""
        self._key = key
        self._ticks = ticks
        self._state = state

    def delay(self, caller: Caller) -> Delay:
        """Return how long a caller has to wait before the next try."""
        with self._state.table() as cells:
            return self._looked_up(CallerTable(cells), caller, self._ticks()).delay

    def admit(self, caller: Caller) -> Try:
        """Count a try as failed, unless its caller has to wait."""
        with self._state.table() as cells:
            now, table = self._ticks(), CallerTable(cells)
            tried = self._looked_up(table, caller, now)
            if tried.delay.seconds:
                return tried
            if not caller.known:
                table.set_number(
                    tried.level, PACES[tried.level].after(table.numbers[tried.level], now)
                )
            if caller.site and tried.before is None:
                self._count(table, _site(caller), now)
            self._count(table, caller, now)
            return tried

    def succeeded(self, tried: Try) -> None:
        """Take back that a try counted as failed."""
        caller, before = tried.caller, tried.before
        with self._state.table() as cells:
            now, table = self._ticks(), CallerTable(cells)
            if not caller.known:
                due = table.numbers[tried.level] - PACES[tried.level].every
                table.set_number(tried.level, due)
            if caller.site and before is None:
                self._count_back(table, _site(caller), now, None)
            found = table.find(self._id(caller))
            unchanged = before and found and found.last == tried.now
            self._count_back(table, caller, now, before.last if before and unchanged else None)

    def _looked_up(self, table: CallerTable, caller: Caller, now: float) -> Try:
        found = self._found(table, caller, now)
        own = paced = 0.0
        if found and found.count >= FREE:
            own = found.last + min(2.0 ** min(found.count - FREE, 30), LONGEST_WAIT) - now
        level = min(found.count, len(PACES) - 1) if found else 0
        if caller.site and not level:
            of_site = self._found(table, _site(caller), now)
            level = int(of_site is not None and of_site.count >= NEW_OF_SITE)
        if not caller.known:
            paced = PACES[level].wait(table.numbers[level], now)
        left = max(own, paced)
        delay = Delay(left, own >= paced) if left > _ROUNDING else Delay()
        return Try(caller, delay, found, level, now)

    def _count(self, table: CallerTable, caller: Caller, now: float) -> None:
        found = self._found(table, caller, now)
        table.put(Failures(self._id(caller), 1 + (found.count if found else 0), now), now)

    def _count_back(
        self, table: CallerTable, caller: Caller, now: float, last: float | None
    ) -> None:
        found = self._found(table, caller, now)
        if found is None or found.count <= 1:
            table.remove(self._id(caller))
        else:
            back = replace(found, count=found.count - 1, last=found.last if last is None else last)
            table.put(back, now)

    def _found(self, table: CallerTable, caller: Caller, now: float) -> Failures | None:
        found = table.find(self._id(caller))
        if found is None or not 0.0 <= now - found.last <= FORGOTTEN:
            return None
        is_recent = now - found.last <= FORGIVEN or caller.is_site
        return found if is_recent else replace(found, count=1)

    def _id(self, caller: Caller) -> bytes:
        kind = b"browser" if caller.known else b"site" if caller.is_site else b"address"
        return blake2b(
            caller.name.encode(), digest_size=16, key=self._key[:64], person=kind
        ).digest()


def _site(caller: Caller) -> Caller:
    return Caller(caller.site, is_site=True)
