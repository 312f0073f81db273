"""What tellings disagree on, as views with how many articles and publishers hold each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from timeline.model.event import Status
from timeline.telling.told import Aspect, Disagreement, Telling, View
from timeline.telling.values import REAL, Kind, Value, date_of, figure_of, held, kinds_of, when_of
from timeline.wording.dates import date_in_words

_UNREAL = frozenset({Status.DENIED, Status.CANCELLED})


def disagreements(tellings: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """Return the views that cannot all be right, by what they are of."""
    found = (_of_date(tellings), _of_status(tellings), *_of_figures(tellings))
    return tuple(one for one in found if one is not None)


def dates(tellings: Sequence[Telling]) -> tuple[View, ...]:
    """Return the dates that are told, that of most articles first."""
    told = held(tellings, date_of)
    return _ranked([_view(date_in_words(when_of(same)), same) for same in told.values()])


def _of_date(tellings: Sequence[Telling]) -> Disagreement | None:
    told = held(tellings, date_of)

    def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
        return one[1] < other[0] or other[1] < one[0]

    return _disputed(Aspect.DATE, told, apart, lambda same: date_in_words(when_of(same)))


def _of_status(tellings: Sequence[Telling]) -> Disagreement | None:
    told = held(tellings, lambda one: one.dated.mention.status)

    def apart(one: Status, other: Status) -> bool:
        return bool({one, other} & REAL) and bool({one, other} & _UNREAL)

    return _disputed(Aspect.STATUS, told, apart, lambda same: same[0].dated.mention.status.value)


def _of_figures(tellings: Sequence[Telling]) -> Iterator[Disagreement | None]:
    for kind in kinds_of(tellings):
        yield _of_kind(tellings, kind)


def _of_kind(tellings: Sequence[Telling], kind: Kind) -> Disagreement | None:
    found = {one.place: figure_of(one, kind) for one in tellings}
    figures = {figure.in_words(): figure for figure in found.values() if figure is not None}

    def words_of(telling: Telling) -> str | None:
        figure = found[telling.place]
        return None if figure is None else figure.in_words()

    return _disputed(
        Aspect.FIGURE,
        held(tellings, words_of),
        lambda one, other: figures[one].contradicts(figures[other]),
        lambda same: words_of(same[0]) or "",
    )


def _disputed(
    aspect: Aspect,
    told: Mapping[Value, Sequence[Telling]],
    apart: Callable[[Value, Value], bool],
    words: Callable[[Sequence[Telling]], str],
) -> Disagreement | None:
    """Return the views of which each contradicts another, None where all may be right."""
    pairs = [pair for pair in combinations(told, 2) if apart(*pair)]
    against = {value for pair in pairs for value in pair}
    views = [_view(words(told[value]), told[value]) for value in told if value in against]
    return Disagreement(aspect, _ranked(views)) if views else None


def _view(words: str, same: Sequence[Telling]) -> View:
    articles = len({one.voice for one in same})
    publishers = len({name for one in same for name in one.publishers})
    return View(words, articles, publishers, tuple(one.place for one in same))


def _ranked(views: Sequence[View]) -> tuple[View, ...]:
    return tuple(sorted(views, key=lambda view: (-view.articles, -view.publishers, view.words)))
