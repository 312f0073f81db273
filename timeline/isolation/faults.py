"""The guard around each stage: what it raises on one article is a reason, not the end of a run.

No other code of the pipeline catches every exception. A stage works on texts of unknown origin with
the help of large libraries, so no list of what it may raise is ever complete, and one article must
not take the others with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
LONGEST = 160  # characters of a message that are repeated


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a stage failed on an article: "dating failed (ValueError: ...)"."""

    reason: str


def guarded(
    stage: str, work: Callable[[], T], passing: tuple[type[BaseException], ...] = ()
) -> T | Problem:
    """Return what the work returns, or the problem that it raises; `stage` names the work.

    Wishes to end pass through, and what is `passing`. Rust libraries panic with a BaseException, so
    that it is caught, too.
    """
    ends: tuple[type[BaseException], ...] = (KeyboardInterrupt, SystemExit, GeneratorExit, *passing)
    try:
        return work()
    except ends:
        raise
    except BaseException as error:  # noqa: BLE001 - the reason stands at the top of the file
        return Problem(f"{stage} failed ({reason_of(error)})")


def largest(
    stage: str, work: Callable[[Sequence[T]], R], items: Sequence[T]
) -> tuple[R, dict[int, str]]:
    """Do work on as many items as it bears; return its result, and why the others are left out.

    These are found by halving, in the order of the items, and named by their places. Where memory
    is short no item is at fault, and the error passes through, as does what nothing at all raises.
    """
    whole = guarded(stage, lambda: work(items), (MemoryError,))
    if not isinstance(whole, Problem):
        return whole, {}
    result, kept, refused = work(()), list[T](), dict[int, str]()
    waiting = [(0, len(items))]
    while waiting:
        first, last = waiting.pop()
        tried = [*kept, *items[first:last]]
        done = guarded(stage, partial(work, tried), (MemoryError,))
        if not isinstance(done, Problem):
            result, kept = done, tried
        elif last - first == 1:
            refused[first] = done.reason
        else:
            middle = (first + last) // 2
            waiting += [(middle, last), (first, middle)]
    return result, refused


def reason_of(error: object) -> str:
    """Return the type of an exception and its message on one line, shortened where it is long."""
    try:
        message = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an exception may fail to tell itself, too
        message = ""
    shortened = message if len(message) <= LONGEST else message[: LONGEST - 1] + "…"
    visible = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shortened)
    return f"{type(error).__name__}: {visible}" if visible else type(error).__name__
