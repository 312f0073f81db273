"""Options that say how articles are read: their language, and the order of numeric dates."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.vocabulary import LANGUAGE

if TYPE_CHECKING:
    from timeline.reading import Facts

DAY_FIRST = click.option(
    "--day-first/--month-first",
    default=None,
    help="How 3/4/2021 is meant; else the text's other dates and its language decide.",
)


def reading_as(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets what they say as its argument `assumed`."""

    @wraps(command)
    def wrapped(*, language: str | None, day_first: bool | None, **given: Any) -> Any:  # noqa: ANN401 - as the command has it
        return command(assumed=_facts(language, day_first=day_first), **given)

    help_text = "The language of all articles (see timeline languages); else each tells its own."
    option = click.option("--language", "-l", metavar="CODE", type=LANGUAGE, help=help_text)
    return option(DAY_FIRST(wrapped))


def _facts(language: str | None, *, day_first: bool | None) -> "Facts":
    from timeline.reading import Facts  # noqa: PLC0415 - not needed for --help

    return Facts(language=language, day_first=day_first)
