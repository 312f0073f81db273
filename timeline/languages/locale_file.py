"""What `locale.toml` of a language says: what dateparser's locale does not know."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.date_order import stated_order
from timeline.languages.folders import LOCALE, languages_with, read_file
from timeline.languages.table import Table


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """How a language writes dates, beside dateparser's locale.

    `before` and `after` are words beside which a number of four digits is a year ("roku 2019",
    "2019 году"), `led` those after which one that is not round is ("in 2019"). `particles` says
    that words carry particles at their ends; `month_first` holds the tags of the countries in
    which 3/4/2024 is the fourth of March; `no_dates` words that are a date only beside others;
    `after_clock` what stands behind a time of day, written as it is ("12:15 Uhr"), `day_endings`
    what stands at the number of a day ("14-го июня").
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    particles: bool = False
    month_first: tuple[str, ...] = ()
    no_dates: tuple[str, ...] = ()
    after_clock: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def locale_facts(language: str) -> LocaleFacts:
    """Return what is said of a language, which may be nothing."""
    if language not in languages_with(LOCALE):
        return LocaleFacts()
    table = Table(f"{language}/{LOCALE}", read_file(language, LOCALE))
    table.check((), ("year", "particles", "month_first", "no_dates", "after_clock", "day_endings"))
    year = table.table("year")
    year.check((), ("before", "after", "led"))
    return LocaleFacts(
        before=year.words("before"),
        after=year.words("after"),
        led=year.words("led"),
        particles=table.flag("particles"),
        month_first=table.words("month_first"),
        no_dates=table.words("no_dates"),
        after_clock=table.strings("after_clock"),
        day_endings=table.words("day_endings"),
    )


def puts_month_first(tag: str) -> bool:
    """Return whether a language, with its country or without ("en-GB"), writes 3/4 in March."""
    stated = stated_order(tag)
    if stated is not None:
        return not stated
    plain = tag.casefold().replace("_", "-")
    return plain in locale_facts(plain.split("-", 1)[0]).month_first


@lru_cache(maxsize=1)
def clock_words() -> tuple[str, ...]:
    """Return what stands behind a time of day in any language."""
    return _of_all(lambda facts: facts.after_clock)


@lru_cache(maxsize=1)
def day_endings() -> tuple[str, ...]:
    """Return what stands at the number of a day in any language, the longest first."""
    return tuple(sorted(_of_all(lambda facts: facts.day_endings), key=lambda e: (-len(e), e)))


def _of_all(words: Callable[[LocaleFacts], tuple[str, ...]]) -> tuple[str, ...]:
    found = (word for code in languages_with(LOCALE) for word in words(locale_facts(code)))
    return tuple(dict.fromkeys(found))
