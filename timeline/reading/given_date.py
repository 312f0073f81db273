"""Publication dates that a person types: on the command line, in metadata.csv, in the page."""

import re
from dataclasses import replace

from timeline.errors import DateInputError
from timeline.isolation.faults import Problem, guarded
from timeline.languages.date_order import stated_order
from timeline.languages.dates import read_date
from timeline.languages.numeric_dates import numeric_date, order_is_open
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim
from timeline.model.edtf import from_edtf
from timeline.model.when import Basis, Edge, Kind, When

LONGEST = 200  # characters; the longest words for a date are a third of it
READABLE = "write 2023-02-08, 2023-02, 2023, 2023-02-07/2023-02-08 or 8 February 2023"
_NO_DATE = "{text!r} is not a date: " + READABLE
_EDTF = re.compile(r"[\[Y+-]?\d[\dX.~?%/:TZ+\]-]*|\[?\.\..*", re.IGNORECASE)


def published_claim(
    text: str, source: ClaimSource = ClaimSource.GIVEN, language: str = "en"
) -> DateClaim:
    """Read a publication date that somebody gives; raise `DateInputError` where it is none.

    A day, month or year; an EDTF interval, which means some time within it; or words. A day and
    month in digits whose order is open are refused rather than guessed, unless the language states
    an order (`date_order.in_order`).
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise DateInputError(f"{text[:20]!r}… is too long to be a date: {READABLE}")
    if order_is_open(text) and stated_order(language) is None:
        raise DateInputError(_both_ways(text))
    languages = tuple(dict.fromkeys((language, "en")))
    when = guarded("reading it", lambda: _edtf(text) or read_date(text, languages))
    if isinstance(when, Problem):
        raise DateInputError(f"{text!r} cannot be read as a date: {when.reason}")
    if when is None:
        raise DateInputError(_NO_DATE.format(text=text))
    basis = BASIS_OF.get(source, Basis.STATED)
    return DateClaim(source, text, publication(when).with_basis(basis))


def publication(when: When) -> When:
    """Return a date as one of publication: some time between two days, without the hour."""
    start, end = (Edge.UNKNOWN if edge is Edge.OPEN else edge for edge in (when.start, when.end))
    return replace(when, start=start, end=end, kind=Kind.WITHIN, clock=None)


def _edtf(text: str) -> When | None:
    if not _EDTF.fullmatch(text):
        return None
    try:
        when = from_edtf(text)
    except ValueError:
        return None
    return when if when.resolved else None


def _both_ways(text: str) -> str:
    readings = [numeric_date(text, language) for language in ("en-US", "en-GB")]
    days = [f"{d.year}-{d.month:02d}-{d.day:02d}" for d in readings if d]
    return f"{text!r} can be two days: write {' or '.join(days)}"
