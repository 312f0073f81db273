"""Publication dates that an article states itself, and the stretches in which it does."""

from dataclasses import dataclass

from timeline.languages.dates import read_date, stated_date
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim, Mark
from timeline.model.span import Span
from timeline.model.when import Basis, When
from timeline.reading.given_date import publication
from timeline.reading.record_dates import EARLIEST_YEAR


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that is no part of the story, with the publication dates that it states."""

    mark: Mark
    claims: tuple[DateClaim, ...] = ()


def stated_claim(
    source: ClaimSource, text: str, span: Span | None, languages: tuple[str, ...]
) -> DateClaim | None:
    """Read a day or month as a publication date; None where the text is none.

    A bare year is none either: it is rather a number; so is a year in which nobody published. A day
    and month without a year is one whose `when` is not resolved.
    """
    stated = stated_date(text, languages)
    if stated is None or stated.month is None:
        return None
    if stated.year is not None and stated.year < EARLIEST_YEAR:
        return None
    if stated.year is None:
        return DateClaim(source, text, When(), span) if stated.day else None
    when = read_date(text, languages)
    basis = BASIS_OF.get(source, Basis.STATED)
    if when is None:
        return None
    return DateClaim(source, text, publication(when).with_basis(basis), span)
