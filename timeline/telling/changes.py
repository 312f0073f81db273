"""What the tellings were the first to say, in the order of publication."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline.model.event import Status
from timeline.model.figure import Figure
from timeline.telling.told import Change, ChangeKind, Telling
from timeline.telling.values import (
    OPEN,
    REAL,
    Kind,
    date_of,
    figure_of,
    held,
    kinds_of,
    number_of,
    when_of,
)
from timeline.wording.dates import date_in_words
from timeline.wording.labels import shortened

_TITLE = 120  # characters of the title of the first report


def changes(tellings: Sequence[Telling]) -> tuple[Change, ...]:
    """Return the first report and what changed after it, in the order of publication."""
    first = tellings[0]
    title = shortened(first.dated.mention.title, _TITLE)
    report = Change(ChangeKind.FIRST, first.place, None, title)
    order = {telling.place: at for at, telling in enumerate(tellings)}
    later = (*_dates(tellings), *_statuses(tellings), *_figures(tellings))
    return (report, *sorted(later, key=lambda change: order[change.place]))


def _dates(tellings: Sequence[Telling]) -> Iterator[Change]:
    told = held(tellings, date_of)
    known: list[tuple[int, int]] = []
    for date, same in told.items():
        first, last = date
        near = [one for one in known if one[0] <= last and first <= one[1]]
        narrower = all(one[0] <= first and last <= one[1] for one in near)
        if known and (not near or (narrower and date not in near)):
            kind = ChangeKind.NARROWED if near else ChangeKind.DATE
            before = date_in_words(when_of(told[near[-1] if near else known[0]]))
            yield Change(kind, same[0].place, before, date_in_words(when_of(same)))
        known.append(date)


def _statuses(tellings: Sequence[Telling]) -> Iterator[Change]:
    before: Status | None = None
    seen: set[Status] = set()
    for status, same in held(tellings, lambda one: one.dated.mention.status).items():
        # Who still plans or alleges what is told as a fact was read or written late.
        late = status in OPEN and not seen.isdisjoint(REAL)
        both = before in REAL and status in REAL
        if before is not None and not late and not both:
            yield Change(ChangeKind.STATUS, same[0].place, before.value, status.value)
        seen.add(status)
        before = before if late or both else status


def _figures(tellings: Sequence[Telling]) -> Iterator[Change]:
    for kind in kinds_of(tellings):
        yield from _of_kind(held(tellings, partial(number_of, kind)), kind)


def _of_kind(told: Mapping[float, Sequence[Telling]], kind: Kind) -> Iterator[Change]:
    before: Figure | None = None
    for same in told.values():
        figure = figure_of(same[0], kind)
        if figure is None:
            continue
        if before is None:
            yield Change(ChangeKind.FIGURE, same[0].place, None, figure.in_words())
        else:
            rises = figure.number > before.number
            what = ChangeKind.RISE if rises else ChangeKind.CORRECTION
            yield Change(what, same[0].place, before.in_words(), figure.in_words())
        before = figure
