"""What can be undone and redone next, read from the history alone."""

from collections.abc import Iterable

from timeline.store.edits import Change


def undoable(changes: Iterable[Change], by: str | None = None) -> int | None:
    """Give the last change in force that is no undoing, of one person if asked; None without."""
    done, _ = _stacks(changes, by)
    return done[-1] if done else None


def redoable(changes: Iterable[Change], by: str | None = None) -> int | None:
    """Give the last undoing after which nothing new was done; None without."""
    _, undone = _stacks(changes, by)
    return undone[-1] if undone else None


def _stacks(changes: Iterable[Change], by: str | None) -> tuple[list[int], list[int]]:
    """Replay the history: what is done and can be undone, what is undone and can be redone."""
    done: list[int] = []
    undone: list[int] = []
    for change in changes:
        if change.undoes in done:
            done.remove(change.undoes)
            if by is None or change.by == by:
                undone.append(change.id)
        elif change.undoes in undone:
            undone.remove(change.undoes)
            done.append(change.id)
        elif by is None or change.by == by:
            done.append(change.id)
            undone.clear()
    return done, undone
