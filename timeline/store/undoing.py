"""What can be undone and redone next, read from the history alone."""

from collections.abc import Iterable

from timeline.store.changes import Change


def undoable(changes: Iterable[Change], by: str | None = None) -> int | None:
    """Return the last change in force that is no undoing, of one person if asked; None without."""
    done, _ = _stacks(changes, by)
    return done[-1] if done else None


def redoable(changes: Iterable[Change], by: str | None = None) -> int | None:
    """Return the last undoing after which nothing new was done; None without."""
    _, undone = _stacks(changes, by)
    return undone[-1] if undone else None


def edited_since(changes: Iterable[Change], number: int) -> set[int]:
    """Return the changes in force that were first made after another one was.

    What was done again counts from when it was done first: redoing changes one after the other is
    no new edit.
    """
    known = tuple(changes)
    undone_by = {change.id: change.undoes for change in known}

    def first(change: int) -> int:
        of = undone_by.get(change)
        return change if of is None else first(of)

    done, _ = _stacks(known, None)
    return {change for change in done if first(change) > first(number)}


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
