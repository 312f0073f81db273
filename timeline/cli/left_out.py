"""Lines on what the articles of a run hold and was not read, and what was read from pictures."""

from collections import Counter
from collections.abc import Iterable

from timeline.model.article import READ_AS_DATES, Article

MOST_REASONS = 4


def left_out_line(articles: Iterable[Article]) -> str | None:
    """Return how many passages of how many articles were left out, and why; None where none was."""
    reasons: Counter[str] = Counter()
    touched = 0
    for article in articles:
        mine = [mark.reason for mark in article.marks if mark.reason not in READ_AS_DATES]
        mine += [out.reason for out in article.left_out if not out.is_note]
        reasons.update(mine)
        touched += bool(mine)
    if not touched:
        return None
    told = [f"{count} {reason}" for reason, count in _ordered(reasons)]
    more = [f"{reasons.total() - sum(c for _, c in _ordered(reasons))} others"]
    listed = ", ".join(told + (more if len(reasons) > MOST_REASONS else []))
    return (
        f"left out: {_counted(reasons.total(), 'passage')} in {_counted(touched, 'article')}"
        f" ({listed}); see left_out of each document in --format json"
    )


def recognised_line(articles: Iterable[Article]) -> str | None:
    """Return how many articles were read from pictures; None where none was."""
    count = sum(any(out.is_note for out in article.left_out) for article in articles)
    if not count:
        return None
    return (
        f"read from pictures: {_counted(count, 'article')}, where letters and dates may be wrong;"
        " see left_out of each document in --format json"
    )


def _ordered(reasons: Counter[str]) -> list[tuple[str, int]]:
    """Return the commonest reasons, those of one count by name."""
    return sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:MOST_REASONS]


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
