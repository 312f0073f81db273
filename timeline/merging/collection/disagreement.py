"""What the articles of a well-told event disagree on, the view of most of them first.

Of hundreds of articles one is always wrong, or was read wrongly. So a view counts where several
articles have it, and a contradiction where two such views cannot both be right.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from timeline.merging.conflicts import date_in_words
from timeline.merging.dates import agree
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Conflict, DatedMention
from timeline.model.figure import Figure, Measure

MANY = 10  # articles from which on a view of one of them is none
_SEVERAL = 2  # articles that have a view, at least
_NAMED = 3  # articles that a statement names for a view
_MOST = 4  # views that a statement names
_WEEK = 7  # days; a wider date is no view on the day

View = tuple[DatedMention, str]


def disagreements(mentions: Sequence[DatedMention]) -> tuple[Conflict, ...]:
    """Return what the articles of an event that many tell contradict each other in."""
    found = (_of_date(mentions), _of_status(mentions), *_of_figures(mentions))
    return tuple(conflict for conflict in found if conflict is not None)


def _of_date(mentions: Sequence[DatedMention]) -> Conflict | None:
    narrow = [one for one in mentions if one.when.days is not None and one.when.days <= _WEEK]
    dates = {date_in_words(one.when): one.when for one in narrow}

    def apart(one: str, other: str) -> bool:
        return not agree(dates[one], dates[other])

    return _conflict("date", [(one, date_in_words(one.when)) for one in narrow], apart)


def _of_status(mentions: Sequence[DatedMention]) -> Conflict | None:
    known = vocabulary()
    decided = [one for one in mentions if one.mention.status in known.said_of]
    real = {f"it {known.said_of[s]}" for s in known.real if s in known.said_of}
    views = [(one, f"it {known.said_of[one.mention.status]}") for one in decided]
    return _conflict("status", views, lambda one, other: (one in real) != (other in real))


def _of_figures(mentions: Sequence[DatedMention]) -> Iterator[Conflict | None]:
    for measure in Measure:
        figures = [(one, figure) for one in mentions if (figure := _only(one, measure)) is not None]
        by_words = {figure.in_words(): figure for _, figure in figures}
        views = [(one, figure.in_words()) for one, figure in figures]
        yield _conflict("figure", views, partial(_contradict, by_words))


def _only(told: DatedMention, measure: Measure) -> Figure | None:
    found = [figure for figure in told.mention.figures if figure.measure is measure]
    return found[0] if len(found) == 1 else None


def _contradict(by_words: Mapping[str, Figure], one: str, other: str) -> bool:
    return by_words[one].contradicts(by_words[other])


def _conflict(
    aspect: str, views: Iterable[View], apart: Callable[[str, str], bool]
) -> Conflict | None:
    """Return the conflict of views, where two that several articles have cannot both be right."""
    told = _by_view(views)
    several = {view: found for view, found in told.items() if len(_documents(found)) >= _SEVERAL}
    ranked = sorted(several, key=lambda view: (-len(_documents(several[view])), view))[:_MOST]
    disputed = [v for v in ranked if any(apart(v, other) for other in ranked if other != v)]
    if not disputed:
        return None
    keys = tuple(dict.fromkeys(one.mention.key for view in disputed for one in several[view]))
    statement = ", ".join(_said(view, _documents(several[view])) for view in disputed)
    return Conflict(aspect, statement, keys)


def _by_view(views: Iterable[View]) -> Mapping[str, list[DatedMention]]:
    told: dict[str, list[DatedMention]] = defaultdict(list)
    for one, view in views:
        told[view].append(one)
    return told


def _documents(mentions: Iterable[DatedMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.mention.document for one in mentions))


def _said(view: str, documents: Sequence[str]) -> str:
    more = len(documents) - _NAMED
    listed = ", ".join(documents[:_NAMED])
    if more > 0:
        return f"{listed} and {more} more say {view}"
    return f"{' and '.join(documents)} say {view}"
