"""Dates in file names: 2024-07-31-foo.txt, 20240731_x.txt, foo_31-07-2024.txt."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from timeline.languages.date_order import stated_order
from timeline.languages.numeric_dates import order_is_open
from timeline.model.article import ClaimSource, DateClaim
from timeline.reading.claims import stated_claim

_YEAR = r"(?:19|20)\d\d"
_EDGE = r"(?<![0-9A-Za-z])(?:{})(?![0-9A-Za-z])"
# Letters and digits around it make a number an id (66a20240731f), not a date.
_SHAPES = tuple(
    re.compile(_EDGE.format(shape), re.IGNORECASE)
    for shape in (
        rf"(?P<date>{_YEAR}(?P<gap>[-_.])\d\d(?P=gap)\d\d)(?:T[\d:.-]*Z?)?",
        rf"(?P<date>{_YEAR}[01]\d[0-3]\d)(?:T?\d{{4}}(?:\d\d)?)?",
        rf"(?P<date>[0-3]?\d(?P<gap>[-_.])[0-3]?\d(?P=gap){_YEAR})",
        rf"(?P<date>[0-3]?\d(?P<gap>[-_ ]?)[a-z]{{3,9}}(?P=gap){_YEAR})",
        rf"(?P<date>[a-z]{{3,9}}(?P<gap>[-_ ]?)[0-3]?\d[-_ ,]{{1,2}}{_YEAR})",
        rf"(?P<date>{_YEAR}-[01]\d)(?![-_.]?\d)",
    )
)


def filename_claim(document: str, language: str = "en") -> DateClaim | None:
    """Return the one date that a file's name holds; None where it holds none or several.

    A name such as `03-04-2024`, which can be two days, gives none, unless the language states an
    order.
    """
    stem, is_unsure = PurePosixPath(document).stem, stated_order(language) is None
    languages = ("en",) if is_unsure else (language, "en")
    claims: dict[str, DateClaim] = {}
    for shape in _SHAPES:
        for found in shape.finditer(stem):
            written = found["date"]
            plain = written.replace("_", "-")
            if is_unsure and order_is_open(plain.replace(".", "-")):
                continue
            claim = stated_claim(ClaimSource.FILENAME, plain, None, languages)
            if claim:
                claims.setdefault(str(claim.when), replace(claim, text=written))
        if claims:
            break
    return next(iter(claims.values())) if len(claims) == 1 else None
