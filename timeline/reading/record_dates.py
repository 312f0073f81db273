"""Dates that programs write: ISO 8601, the e-mail format (RFC 5322), seconds since 1970, and words.

The day counts in the zone in which the date is written: 23:30 in New York is that day there,
whatever day it was in London.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from timeline.errors import DateInputError
from timeline.languages.date_order import stated_order
from timeline.languages.dates import read_date
from timeline.languages.numeric_dates import order_is_open
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.model.when import Basis, When
from timeline.reading.given_date import publication, published_claim

LONGEST = 80  # characters; a longer value is no date
EARLIEST_YEAR = 1000  # `0101-01-01` is what some programs write for "unknown"
LATEST_YEAR = 9999  # beyond it the field overflowed
# Since 1970, from 1973 to 2286: seconds, then thousandths, millionths and billionths of them.
_SCALES = tuple((range(10**8 * scale, 10**10 * scale), scale) for scale in (1, 10**3, 10**6, 10**9))
# The first days of clocks, which a missing or broken date comes to in many programs.
_DAYS_ZERO = frozenset({(1970, 1, 1), (1969, 12, 31)})
_MIDNIGHTS_ZERO = frozenset(
    {(1601, 1, 1), (1899, 12, 30), (1900, 1, 1), (1904, 1, 1), (1980, 1, 1)}
)
_MIDNIGHT = re.compile(r"\D00:?00(?::?00)?(?:\D|$)")
_ISO_START = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=[T ]\d\d)")
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"
)
_COUNTED = re.compile(r"(\d{9,19})(?:\.\d+)?", re.ASCII)


def record_claim(
    source: ClaimSource, text: str, place: str, languages: tuple[str, ...] = ("en",)
) -> DateClaim | None:
    """Read a date out of a field that `place` names; None where it is none, or can be two days.

    A bare year is one only where the file is a person's record of the article.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST or _is_open(text, languages[0]):
        return None
    if is_day_zero(text):
        return None
    when = _instant(text) or _words(text, languages, years=source is ClaimSource.RECORD)
    if when is None or (when.first or 0) < day_number(EARLIEST_YEAR):
        return None
    dated = publication(when).with_basis(BASIS_OF.get(source, Basis.STATED))
    return DateClaim(source, text, dated, place=place)


def worded_claim(
    source: ClaimSource, text: str, place: str, language: str | None
) -> DateClaim | None:
    """Read a date out of a field as `record_claim` does, in words of a `language` or of English.

    Where it is none and no language is given, it may be written in that of the article, which is
    not known yet, and a numeric one in an order that a person states: the claim then waits
    unresolved, for `in_words_of`.
    """
    claim = record_claim(source, text, place, (language or "en", "en"))
    text = " ".join(text.split())
    worded = not language and any(map(str.isdigit, text)) and any(map(str.isalpha, text))
    waits = (worded or order_is_open(text)) and len(text) <= LONGEST and not is_day_zero(text)
    if claim or not waits:
        return claim
    return DateClaim(source, text, When(), place=place)


def in_words_of(language: str, claims: Iterable[DateClaim]) -> Iterator[DateClaim]:
    """Yield claims, those that waited for the language of the article read in it, or left out."""
    for claim in claims:
        if claim.when.resolved or claim.place is None:
            yield claim
            continue
        read = record_claim(claim.source, claim.text, claim.place, (language, "en"))
        if read is not None:
            yield read


def _is_open(text: str, language: str) -> bool:
    return order_is_open(text) and stated_order(language) is None


def is_day_zero(text: str) -> bool:
    """Return whether a moment is the zero of a clock, in whatever zone it is written."""
    day = _moment(text)
    return day in _DAYS_ZERO or (day in _MIDNIGHTS_ZERO and bool(_MIDNIGHT.search(text)))


def _instant(text: str) -> When | None:
    """Read a moment as the day on which it was written."""
    day = _moment(text)
    return None if day is None else _day(*day)


def _moment(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a moment; None where a text is no moment."""
    found = _ISO_START.match(text) or _COMPACT.fullmatch(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    counted = _COUNTED.fullmatch(text)
    if counted or text.isdecimal():
        return _since_1970(int(counted[1])) if counted else None
    from email.utils import parsedate  # noqa: PLC0415 - few dates are of this form

    mail = parsedate(text)
    return mail[:3] if mail and mail[0] >= EARLIEST_YEAR else None


def _since_1970(number: int) -> tuple[int, int, int] | None:
    for counts, scale in _SCALES:
        if number in counts:
            moment = datetime.fromtimestamp(number // scale, UTC)
            return moment.year, moment.month, moment.day
    return None


def _day(year: int, month: int, day: int) -> When | None:
    if year > LATEST_YEAR:
        return None
    try:
        number = day_number(year, month, day)
    except ValueError:
        return None
    return When(number, number)


def _words(text: str, languages: tuple[str, ...], *, years: bool) -> When | None:
    """Read EDTF or words; a year alone only where `years` says so."""
    if years:
        try:
            return published_claim(text, language=languages[0]).when
        except DateInputError:
            return None
    when = read_date(text, languages)
    if when is None or (re.fullmatch(r"\D*\d{4}\D*", text) and text.strip().isdigit()):
        return None
    return when
