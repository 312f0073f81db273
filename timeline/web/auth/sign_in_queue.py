"""One password is hashed at a time, on all workers together, and few may wait for it.

A hash takes 0.1 to 0.2 s and 32 MB on purpose: many at once would take the machine. Who
waits holds a thread of the server, so there are few places, and those of known browsers are apart
from those of all others: a flood of tries fills only its own.
"""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager

from timeline.web.auth.shared_state import SharedState
from timeline.web.http.callers import Caller

PLACES = 3  # of each kind, the one that hashes among them
TURN, TURN_OF_UNKNOWN, KNOWN_NEXT = "hashing", "hashing-unknown", "hashing-known"


class SignInQueue:
    """The places of those whose password is to be hashed."""

    def __init__(self, state: SharedState) -> None:
        """Take what all workers share."""
        self._state = state

    @contextmanager
    def place(self, caller: Caller) -> Generator[bool]:
        """Take a place; yield whether one was free."""
        kind = "known" if caller.known else "unknown"
        with ExitStack() as stack:
            names = (f"{kind}-{number}" for number in range(PLACES))
            yield any(stack.enter_context(self._state.lock(name, wait=False)) for name in names)

    @contextmanager
    def turn(self, caller: Caller) -> Generator[None]:
        """Wait for one's turn; only who has a place may.

        Of those that are not known one at a time asks for it, and none while a known browser
        waits: locks are not handed on in order, and it has to wait for one of them at most.
        """
        with ExitStack() as stack:
            if not caller.known:
                stack.enter_context(self._state.lock(TURN_OF_UNKNOWN, wait=True))
                with self._state.lock(KNOWN_NEXT, wait=True):
                    pass
                stack.enter_context(self._state.lock(TURN, wait=True))
            else:
                with self._state.lock(KNOWN_NEXT, wait=True):
                    stack.enter_context(self._state.lock(TURN, wait=True))
            yield
