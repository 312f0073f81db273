"""Limits on tries of the password: by caller, and for all callers together.

A caller is a network address, or a browser that has signed in before (`known_browsers.py`). Every
try counts as a failure before it is hashed, and is taken back where it was right, so tries sent at
once gain nothing.

By caller: four failures cost nothing, then each doubles the wait, up to five minutes.

All together: tries of addresses are paced, apart for those that have not failed within a day, for
those that failed once, twice, and so on. So whoever has many addresses uses them up: each address
stands once a day among those that never failed, and a new visitor waits only behind these. Known
browsers are not paced: nothing that others do makes them wait.

`ticks` is a monotonic clock of the whole machine (`time.monotonic`). A moment that lies ahead of it
is from before the machine was started, and forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b
from ipaddress import ip_address

from timeline.web.caller_table import CallerTable, Failures
from timeline.web.shared_state import SharedState

Ticks = Callable[[], float]
FREE = 4  # failures of one caller that cost no wait
LONGEST_WAIT = 300.0  # seconds
FORGIVEN = 3_600.0  # seconds after the last failure, from which on a caller counts as failed once
FORGOTTEN = 86_400.0  # seconds after the last failure
_NETWORK = 64  # bits of an IPv6 address; one home has all addresses below them
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
class Caller:
    """Who tries a password: an address, or a browser that has signed in before."""

    name: str
    known: bool = False


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
            now, table = self._ticks(), CallerTable(cells)
            return self._left(table, caller, self._found(table, caller, now), now)

    def admit(self, caller: Caller) -> Try:
        """Count a try as failed, unless its caller has to wait."""
        with self._state.table() as cells:
            now, table = self._ticks(), CallerTable(cells)
            found = self._found(table, caller, now)
            delay = self._left(table, caller, found, now)
            if delay.seconds:
                return Try(caller, delay)
            if not caller.known:
                level = _level(found)
                table.set_number(level, PACES[level].after(table.numbers[level], now))
            count = 1 + (found.count if found else 0)
            table.put(Failures(self._id(caller), count, now), now)
            return Try(caller, before=found, now=now)

    def succeeded(self, tried: Try) -> None:
        """Take back that a try counted as failed."""
        caller, before = tried.caller, tried.before
        with self._state.table() as cells:
            now, table = self._ticks(), CallerTable(cells)
            if not caller.known:
                level = _level(before)
                table.set_number(level, table.numbers[level] - PACES[level].every)
            found = self._found(table, caller, now)
            if found is None or found.count <= 1:
                table.remove(self._id(caller))
            else:
                last = before.last if before and found.last == tried.now else found.last
                table.put(replace(found, count=found.count - 1, last=last), now)

    def _found(self, table: CallerTable, caller: Caller, now: float) -> Failures | None:
        found = table.find(self._id(caller))
        if found is None or not 0.0 <= now - found.last <= FORGOTTEN:
            return None
        return found if now - found.last <= FORGIVEN else replace(found, count=1)

    def _left(
        self, table: CallerTable, caller: Caller, found: Failures | None, now: float
    ) -> Delay:
        own, paced = 0.0, 0.0
        if found and found.count >= FREE:
            own = found.last + min(2.0 ** min(found.count - FREE, 30), LONGEST_WAIT) - now
        if not caller.known:
            level = _level(found)
            paced = PACES[level].wait(table.numbers[level], now)
        left = max(own, paced)
        return Delay(left, own >= paced) if left > _ROUNDING else Delay()

    def _id(self, caller: Caller) -> bytes:
        kind = b"browser" if caller.known else b"address"
        return blake2b(
            caller.name.encode(), digest_size=16, key=self._key[:64], person=kind
        ).digest()


def network_of(address: str | None) -> str:
    """Return what counts as one address: an IPv4 address, or a /64 network of IPv6."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if found.version == 4:  # noqa: PLR2004 - the version's own number
        return str(found)
    inner = found.ipv4_mapped
    return str(inner) if inner else f"{int(found) >> (128 - _NETWORK):x}/{_NETWORK}"


def _level(found: Failures | None) -> int:
    return min(found.count, len(PACES) - 1) if found else 0
