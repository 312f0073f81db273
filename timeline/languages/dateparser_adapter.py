"""dateparser as the product uses it, in one place: no other file imports it.

Its public `parse` reads the clock and the machine's time zone unless told otherwise, and gives no
precision; so dates are read by `DateDataParser`, which does. Its locale data have no public door at
all. `tests/languages/test_dateparser_adapter.py` holds what this file relies on, and pyproject.toml
bounds the versions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from timeline.languages.folders import MAIN

LocaleData = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """What dateparser answers: a moment, and the unit that the text names ("day", "month", …)."""

    moment: datetime
    period: str


def read_moment(
    text: str, languages: Sequence[str], base: datetime, parsers: Sequence[str]
) -> Moment | None:
    """Read a text as a date in one of the languages; None where it is none.

    What the text does not state is filled in from `base`. `parsers` are dateparser's names of what
    may be read: "absolute-time", "relative-time".
    """
    answer = _parser(tuple(languages), base, tuple(parsers)).get_date_data(text)
    return Moment(answer.date_obj, answer.period) if answer.date_obj else None


def locale_codes() -> tuple[str, ...]:
    """Return the codes of all languages that dateparser knows, those of most speakers first."""
    # Imported here: it takes 60 ms that most runs of the command line never need.
    from dateparser.data.languages_info import language_order  # noqa: PLC0415

    return tuple(language_order)


def locale_data(language: str) -> LocaleData | None:
    """Return the words of a locale by dateparser's English names; None for an unknown code."""
    from dateparser.languages.loader import LocaleDataLoader  # noqa: PLC0415 - as above

    if language not in locale_codes():
        return None
    data: LocaleData = LocaleDataLoader().get_locale(language).info
    return data


@lru_cache(maxsize=64)
def _parser(languages: tuple[str, ...], base: datetime, parsers: tuple[str, ...]) -> Any:  # noqa: ANN401 - untyped package
    from dateparser.date import DateDataParser  # noqa: PLC0415 - as above

    bases = dict.fromkeys(tag.replace("_", "-").split("-")[0].casefold() for tag in languages)
    known = [language for language in bases if language in locale_codes()] or [MAIN]
    settings = {
        "RELATIVE_BASE": base,
        "PARSERS": list(parsers),
        "TIMEZONE": "UTC",  # the default asks the machine
        "RETURN_TIME_AS_PERIOD": True,
        "PREFER_DAY_OF_MONTH": "current",
        "PREFER_MONTH_OF_YEAR": "current",
        "PREFER_DATES_FROM": "current_period",
    }
    return DateDataParser(languages=known, use_given_order=True, settings=settings)
