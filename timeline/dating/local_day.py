"""Two claims of one instant: what programs write in universal time, a page prints for its readers.

"2023-12-29T07:45:00Z" and "December 28, 2023, 11:45 p.m. PST" are one moment, and the day on which
the article appeared is that of its place. They are one where they lie apart by what zones do: whole
quarters of an hour, and no more than the furthest zone.
"""

import re
from collections.abc import Sequence

from timeline.languages.dates import stated_date
from timeline.model.article import ClaimSource, DateClaim

FURTHEST = 14 * 60  # minutes that a zone lies off universal time
QUARTER = 15
_TO_PROGRAMS = frozenset({ClaimSource.RECORD, ClaimSource.PAGE})
_PRINTED = frozenset({ClaimSource.RECORD, ClaimSource.PAGE, ClaimSource.LABEL, ClaimSource.HEADER})
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_ZONE_NAME = re.compile(r"(?<=[\d.mM])\s*\(?[A-Z]{2,5}\)?\s*$")  # "11:45 p.m. PST"
_UNIVERSAL = ("Z", "+00:00", "-00:00")


def local_claim(claims: Sequence[DateClaim]) -> DateClaim | None:
    """Return the claim that prints the instant of the first one on its local day, if any does."""
    first = claims[0]
    moment = _moment(first.text) if first.source in _TO_PROGRAMS else None
    if moment is None or moment[1] not in _UNIVERSAL:
        return None
    for other in claims[1:]:
        if other.source in _PRINTED and other.when != first.when:
            printed = _moment(other.text)
            if printed is not None and _are_one(moment[0], printed[0]):
                return other
    return None


def _are_one(universal: int, local: int) -> bool:
    apart = local - universal
    return abs(apart) <= FURTHEST and apart % QUARTER == 0


def _moment(text: str) -> tuple[int, str] | None:
    """Return the minutes of a day and its clock as written, and the zone, which may be empty."""
    stated = stated_date(text) or stated_date(_ZONE_NAME.sub("", text))
    if stated is not None and stated.clock is None:
        stated = stated_date(_ZONE_NAME.sub("", text))
    when = None if stated is None else stated.when()
    found = _CLOCK.fullmatch((stated.clock if stated else None) or "")
    if when is None or when.first is None or found is None:
        return None
    return when.first * 24 * 60 + int(found[1]) * 60 + int(found[2]), found[3] or ""
