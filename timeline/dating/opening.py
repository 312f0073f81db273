"""The full date that opens a prose text is its own: "25 May 1994 - The exchange rose. Yesterday …".

Not before a colon, as in the caption of a picture; not where other sentences open so as well, as in
a chronicle; nor where the text counts nothing from its writer's day.
"""

import re
from collections.abc import Iterator

from timeline.dating.constraint import Constraint, Weight
from timeline.dating.equations import absolute_bounds
from timeline.dating.telling import tells_of_now
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Meaning
from timeline.model.timeline import Analysis
from timeline.wording.dates import interval_in_words

# A dash or the end of the line parts it, or nothing but the capital behind it.
_OPENED = re.compile(r"[\[(]?\s*")
_PARTED = re.compile(r"\s*[\])]?\s*(?:[-–—.|]+\s|[-–—:.,]*\s*\n|[)\]]*\s+(?=[^\W_]|[\"'“‘«(]))")


def of_opening(analysis: Analysis) -> Iterator[Constraint]:
    """Yield the date that opens the text, as that of its publication."""
    text = analysis.article.text
    starts = [_behind_bracket(text, one.start) for one in analysis.article.sentences]
    openings = [
        e
        for e in analysis.expressions
        if _day(e.meaning) is not None and e.phrase.start in starts and _is_parted(text, e)
    ]
    if len(openings) != 1 or not tells_of_now(analysis):
        return
    opening = openings[0]
    day = _day(opening.meaning)
    if opening.phrase.start in starts[:2]:
        yield Constraint(
            f"The text opens with “{opening.text}”, {interval_in_words(day, day)}.",
            day,
            day,
            weight=Weight.STATED,
        )


def _behind_bracket(text: str, start: int) -> int:
    found = _OPENED.match(text, start)
    return start if found is None else found.end()


def _is_parted(text: str, opening: TimeExpression) -> bool:
    parted = _PARTED.match(text, opening.span.end)
    return parted is not None and not text[parted.end() : parted.end() + 1].islower()


def _day(meaning: Meaning) -> int | None:
    """Return the day of a full date."""
    if not isinstance(meaning, Absolute):
        return None
    fields = meaning.fields
    if not (fields.year and fields.month and fields.day):
        return None
    bounds = absolute_bounds(meaning)
    return None if bounds is None else bounds[0]
