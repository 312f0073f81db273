"""Dates of events as people type them: EDTF, or plain words in any language that is read.

"2022-06-14", "2001/2005", "[2022-06..2022-08]" are EDTF; "early March 2024", "since 2021",
"14 June 2022" are read as the same words in an article would be.
"""

import re
from dataclasses import replace
from functools import lru_cache

from timeline.errors import DateInputError
from timeline.isolation.faults import Problem, guarded
from timeline.languages.dates import read_date
from timeline.languages.numeric_dates import order_is_open
from timeline.languages.page_words import page_words
from timeline.model.edtf import UNKNOWN, from_edtf, unsupported
from timeline.model.span import Span
from timeline.model.when import UNDATED, Basis, When
from timeline.reading.words import alternation
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

LONGEST = 200  # characters; the longest words for a date are a third of it
READABLE = "write EDTF (2022-06-14, 2022-06, 2001/2005, 2021~) or words (early March 2024)"
_EDTF = re.compile(r"(?=.*\d)[\dXTZYES.,~?%/:+\[\]{}-]+", re.ASCII)


def read_when(text: str, language: str = "en", published: When = UNDATED) -> When:
    """Read a date that a person gives to an event; raise DateInputError where it is none.

    `published` is the day that relative words ("last June") count from; without it they are
    refused, and so is a day and month in digits whose order is open. `XXXX-XX-XX` says that the
    date is not known.
    """
    typed = text.strip()
    if len(typed) > LONGEST:
        raise DateInputError(f"{typed[:20]!r}… is too long to be a date: {READABLE}")
    if typed == UNKNOWN:
        return When(basis=Basis.GIVEN)
    if order_is_open(typed):
        raise DateInputError(f"{typed!r} can be two days: write year, month and day, 2022-06-14")
    if _EDTF.fullmatch(typed) and (why := unsupported(typed)):
        raise DateInputError(f"{typed!r} is EDTF that is not supported: {why}")
    about = _about().match(typed)
    bare = typed[about.end() :] if about else typed

    def read() -> When | None:
        return _edtf(bare) or _words(bare, language, published) or read_date(bare, (language, "en"))

    when = guarded("reading it", read)
    if isinstance(when, Problem):
        raise DateInputError(f"{typed!r} cannot be read as a date: {when.reason}")
    if when is None or not when.resolved:
        raise DateInputError(f"{typed!r} is not a date: {READABLE}")
    when = replace(when, basis=Basis.GIVEN)
    return when if about is None or when.approximate else when.marked(_loosened(when.marks))


def _loosened(marks: tuple[str, str]) -> tuple[str, str]:
    """Return the signs of a date that is approximate besides."""
    start, end = ("%" if mark in ("?", "%") else "~" for mark in marks)
    return start, end


def _edtf(text: str) -> When | None:
    if not _EDTF.fullmatch(text):
        return None
    try:
        return from_edtf(text)
    except ValueError:
        return None


def _words(text: str, language: str, published: When) -> When | None:
    """Read words that are one time expression from end to end."""
    if not text:
        return None
    found = tag_text(text, [Span(0, len(text))], language)
    if len(found) != 1 or found[0].phrase != Span(0, len(text)):
        return None
    (reading,) = resolve_all(found, published)
    return reading.when if reading.when.resolved else None


@lru_cache(maxsize=1)
def _about() -> re.Pattern[str]:
    words = alternation(page_words("typed", "about"))
    return re.compile(rf"(?:{words})\s+(?=\S)", re.IGNORECASE)
