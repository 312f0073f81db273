"""What a telling says of each thing that tellings may differ in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from timeline.model.event import Status
from timeline.model.figure import Figure, Measure
from timeline.model.when import When
from timeline.telling.told import Telling

MANY = 10  # articles from which on what one of them says alone is no view of the event
_SEVERAL = 2
_WEEK = 7  # days; a wider date is no view on the day
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
OPEN = frozenset({Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL, Status.ALLEGED})

Kind = tuple[Measure, str]
Value = TypeVar("Value", bound=Hashable)


def date_of(telling: Telling) -> tuple[int, int] | None:
    """Return first and last day of a date that says when it was, None where it is vague."""
    when = telling.dated.when
    if when.first is None or when.last is None or when.last - when.first >= _WEEK:
        return None
    return when.first, when.last


def figure_of(telling: Telling, kind: Kind) -> Figure | None:
    """Return the one figure of a kind; None where there is none, and where there are several."""
    found = [one for one in telling.dated.mention.figures if (one.measure, one.unit) == kind]
    return found[0] if len(found) == 1 else None


def number_of(kind: Kind, telling: Telling) -> float | None:
    """Return the number of the one figure of a kind."""
    figure = figure_of(telling, kind)
    return None if figure is None else figure.number


def kinds_of(tellings: Iterable[Telling]) -> tuple[Kind, ...]:
    """Return the kinds of figures that are told, in the order of the measures."""
    order = list(Measure)
    found = {(f.measure, f.unit) for one in tellings for f in one.dated.mention.figures}
    return tuple(sorted(found, key=lambda kind: (order.index(kind[0]), kind[1])))


def held(
    tellings: Sequence[Telling], value_of: Callable[[Telling], Value | None]
) -> Mapping[Value, tuple[Telling, ...]]:
    """Return the tellings by what they say, where enough articles say it, in their order.

    Of hundreds of articles one is always wrong, or was read wrongly.
    """
    found: dict[Value, list[Telling]] = defaultdict(list)
    for telling in tellings:
        value = value_of(telling)
        if value is not None:
            found[value].append(telling)
    least = _SEVERAL if len({one.voice for one in tellings}) >= MANY else 1
    return {
        value: tuple(same)
        for value, same in found.items()
        if len({one.voice for one in same}) >= least
    }


def when_of(tellings: Sequence[Telling]) -> When:
    """Return the date that most of some tellings have, of equally many the first."""
    counted = Counter(one.dated.when for one in tellings)
    return counted.most_common(1)[0][0]
