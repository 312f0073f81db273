"""Ticks of the axis of years, as a person would write them: "500 BCE", "15 Mar / 45 BCE"."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.drawing.scene.fold import Fold
from timeline.drawing.scene.steps import Step, coarse_enough
from timeline.model.calendar import civil, day_number
from timeline.wording.dates import MONTHS, year_in_words

TICK_ROOM = 84.0  # pixels from tick to tick at least


@dataclass(frozen=True, slots=True)
class Tick:
    """A day number with its text: a first line, and below it what holds from there on."""

    day: int
    text: str
    below: str = ""


def year_ticks(window: tuple[int, int], pixels: float) -> tuple[Tick, ...]:
    """Return the ticks of a window of days on so many pixels, and of as much on either side."""
    days = window[1] - window[0] + 1
    step = coarse_enough(days, int(pixels / TICK_ROOM))
    reach = (window[0] - days, window[1] + days)
    if step.years:
        return tuple(Tick(day_number(y), _era(y)) for y in _round_years(step.years, reach))
    return tuple(_with_parents(step, step.starts(*reach), window[0]))


def folded_ticks(window: tuple[int, int], pixels: float, fold: Fold) -> tuple[Tick, ...]:
    """Return the ticks of a window with folds.

    Each open stretch has at least one, if it has room.
    """
    days = fold.folded(window[1] + 1) - fold.folded(window[0])
    step = coarse_enough(days, int(pixels / TICK_ROOM))
    least = TICK_ROOM * days / pixels
    ticks: list[Tick] = []
    for first, last in fold.open(window):
        inside = tuple(day for day in step.starts(first, last) if first <= day <= last)
        for tick in _stretch(step, inside or (first,)):
            if not ticks or fold.folded(tick.day) - fold.folded(ticks[-1].day) >= least * 0.8:
                ticks.append(tick)
    return tuple(ticks)


def _stretch(step: Step, starts: tuple[int, ...]) -> Iterator[Tick]:
    if step.years:
        return (Tick(day, _era(civil(day)[0])) for day in starts)
    return _with_parents(step, starts, starts[0])


def _era(year: int) -> str:
    return "1 CE" if year == 1 else year_in_words(year)


def _round_years(size: int, reach: tuple[int, int]) -> Iterator[int]:
    """Years that read as round numbers on both sides: 100 BCE (which is -99), 100, 200."""
    first, last = civil(reach[0])[0], civil(reach[1])[0]
    for multiple in range(first // size, last // size + 2):
        year = multiple * size
        if year > 0 or size == 1:
            yield year
        else:
            yield year + 1


def _with_parents(step: Step, starts: tuple[int, ...], visible: int) -> Iterator[Tick]:
    """Days and months, with the month or year below the first in view and wherever it changes."""
    shown = None
    for day in starts:
        year, month, of_month = civil(day)
        text = MONTHS[month - 1][:3] if step.months else f"{of_month} {MONTHS[month - 1][:3]}"
        fresh = year != shown and day >= visible
        yield Tick(day, text, year_in_words(year) if fresh else "")
        shown = year if fresh else shown
