"""Dates that programs write: ISO 8601, the e-mail format (RFC 5322), seconds since 1970, and words.

The day counts in the zone in which the date is written: 23:30 in New York is that day there,
whatever day it was in London.
"""

import re
from datetime import UTC, datetime

from timeline.errors import DateInputError
from timeline.languages.dates import read_date
from timeline.languages.numeric_dates import order_is_open
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.model.when import Basis, When
from timeline.reading.given_date import publication, published_claim

LONGEST = 80  # characters; a longer value is no date
EARLIEST_YEAR = 1000  # `0101-01-01` is what some programs write for "unknown"
LATEST_YEAR = 9999  # beyond it the field overflowed
_SECONDS, _MILLISECONDS = range(10**8, 10**10), range(10**11, 10**13)  # from 1973 to 2286
_DAY_ZERO = re.compile(r"1970-?01-?01[T ]00:00")  # what a missing date comes to in many programs
_ISO_START = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=[T ]\d\d)")


def record_claim(
    source: ClaimSource, text: str, place: str, languages: tuple[str, ...] = ("en",)
) -> DateClaim | None:
    """Read a date out of a field that `place` names; None where it is none, or can be two days.

    A bare year is one only where the file is a person's record of the article.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST or order_is_open(text):
        return None
    if _DAY_ZERO.match(text):
        return None
    when = _instant(text) or _words(text, languages, years=source is ClaimSource.RECORD)
    if when is None or (when.first or 0) < day_number(EARLIEST_YEAR):
        return None
    dated = publication(when).with_basis(BASIS_OF.get(source, Basis.STATED))
    return DateClaim(source, text, dated, place=place)


def _instant(text: str) -> When | None:
    """Read a moment as the day on which it was written."""
    iso = _ISO_START.match(text)
    if iso:
        return _day(*map(int, iso.groups()))
    if text.isascii() and text.isdigit():
        return _since_1970(int(text)) if len(text) < len(str(_MILLISECONDS.stop)) else None
    from email.utils import parsedate  # noqa: PLC0415 - few dates are of this form

    mail = parsedate(text)
    return _day(*mail[:3]) if mail and mail[0] >= EARLIEST_YEAR else None


def _since_1970(number: int) -> When | None:
    if number in _MILLISECONDS:
        number //= 1000
    elif number not in _SECONDS:
        return None
    moment = datetime.fromtimestamp(number, UTC)
    return _day(moment.year, moment.month, moment.day)


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
