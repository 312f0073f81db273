"""Options that choose events: words, a window of days, and values of the facets."""

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from timeline.cli.store_option import StoredName
from timeline.cli.text import DATE, TEXT
from timeline.cli.vocabulary import VocabularyType
from timeline.errors import DateInputError, UnknownNameError
from timeline.model.timeline import Timeline
from timeline.query.facets import FACETS, REGISTRY
from timeline.query.selection import Selection

_LEAST, _MOST = -(10**9), 10**9  # days far beyond any that a date can name


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets what they say as its argument `selection`."""

    @wraps(command)
    def wrapped(**given: Any) -> Any:  # noqa: ANN401 - as the command has it
        chosen = tuple((facet, given.pop(facet)) for facet in FACETS)
        words, since, until = (given.pop(name) for name in ("words", "since", "until"))
        return command(selection=selection_of(chosen, words, since, until), **given)

    for facet in reversed(FACETS):
        help_text = f"Only events of this {facet}; may be given several times."
        option = click.option(f"--{facet}", multiple=True, type=_type(facet), help=help_text)
        wrapped = option(wrapped)
    for name, side in (("until", "on or before"), ("since", "on or after")):
        help_text = f"Only events that may lie {side} this date."
        wrapped = click.option(f"--{name}", metavar="DATE", type=DATE, help=help_text)(wrapped)
    help_text = "Only events whose texts hold these words."
    return click.option("--words", default="", type=TEXT, help=help_text)(wrapped)


def _type(facet: str) -> VocabularyType | StoredName:
    """Return the type of a facet's values: one of few that are fixed, or a name in the store."""
    fixed = REGISTRY[facet].values
    return VocabularyType(facet, fixed) if fixed else StoredName(facet)


def names_of(timeline: Timeline, facet: str) -> Counter[str]:
    """Count the events of each name of a facet, those with none included."""
    counts = Selection().counts(timeline.events, facet)
    articles = [d.article.document for d in timeline.documents] if REGISTRY[facet].titled else ()
    for name in REGISTRY[facet].values or articles:
        counts.setdefault(name, 0)
    return counts


def check_chosen(selection: Selection, timeline: Timeline, store: str) -> None:
    """Raise UnknownNameError where a value is chosen that nothing in the timeline has."""
    for facet, values in selection.chosen:
        counts = names_of(timeline, facet)
        known = [name for name, _ in counts.most_common()]
        for value in values:
            if value not in counts:
                listing = f"timeline list {facet} --store {store}"
                raise UnknownNameError(facet, value, known, listing)


def selection_of(
    chosen: tuple[tuple[str, tuple[str, ...]], ...],
    words: str,
    since: str | None,
    until: str | None,
) -> Selection:
    """Make a selection of what was typed; raise DateInputError where a date is none."""
    chosen = tuple((facet, values) for facet, values in chosen if values)
    return Selection(chosen, words, window_of(since, until))


def window_of(since: str | None, until: str | None) -> tuple[int, int] | None:
    """Return the days between two dates, either of which may be left open; None for all days.

    Raise DateInputError where a date is none, or the first after the second.
    """
    if not since and not until:
        return None
    first = _day(since, last=False) if since else _LEAST
    last = _day(until, last=True) if until else _MOST
    if first > last:
        raise DateInputError(f"{since} is after {until}")
    return first, last


def _day(text: str, *, last: bool) -> int:
    from timeline.app.date_input import read_when  # noqa: PLC0415 - loads the words of languages

    when = read_when(text)
    day = when.last if last else when.first
    if day is None:
        raise DateInputError(f"{text}: names no day to begin or to end with")
    return day
