"""Options that choose events: words, a window of days, and values of the facets."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from timeline.errors import DateInputError
from timeline.model.selection import FACETS, Selection

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
        wrapped = click.option(f"--{facet}", multiple=True, metavar="NAME", help=help_text)(wrapped)
    for name, side in (("until", "on or before"), ("since", "on or after")):
        help_text = f"Only events that may lie {side} this date."
        wrapped = click.option(f"--{name}", metavar="DATE", help=help_text)(wrapped)
    return click.option("--words", default="", help="Only events whose texts hold these words.")(
        wrapped
    )


def selection_of(
    chosen: tuple[tuple[str, tuple[str, ...]], ...],
    words: str,
    since: str | None,
    until: str | None,
) -> Selection:
    """Make a selection of what was typed; raise DateInputError where a date is none."""
    window = None
    if since or until:
        first = _day(since, last=False) if since else _LEAST
        last = _day(until, last=True) if until else _MOST
        if first > last:
            raise DateInputError(f"{since} is after {until}")
        window = (first, last)
    return Selection(tuple((facet, values) for facet, values in chosen if values), words, window)


def _day(text: str, *, last: bool) -> int:
    from timeline.typed_dates import read_when  # noqa: PLC0415 - loads the words of languages

    when = read_when(text)
    day = when.last if last else when.first
    if day is None:
        raise DateInputError(f"{text}: names no day to begin or to end with")
    return day
