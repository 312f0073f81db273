"""Entries of a chronicle: dates at the head of a line, and what each of them stands over.

A date parts from what it tells by a sign (a colon, a dash, a bar, a tab), by the end of its line,
or, in a text that is made of such lines, by nothing but the capital behind it. One such date makes
no chronicle.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    Absolute,
    AtTime,
    Between,
    Bounded,
    Current,
    Fields,
    Meaning,
    Nth,
    Occurrence,
    Portion,
    Within,
    parts,
)
from timeline.model.span import Span

FEWEST = 2  # entries that make a chronicle
SHARE = 0.5  # of the lines of a text that open with a date, where only a capital parts it
BULLETS = "•●▪■□◦‣·→*>–—+-"
_NAMES = (Absolute, AtTime, Between, Bounded, Current, Nth, Occurrence, Portion, Within)
_BEFORE = re.compile(
    rf"\s*(?:(?:[{re.escape(BULLETS)}○]|\(?\d{{1,3}}[.)])\s*)*(?:\[[ xX]\]\s+)?[\s\[(*_#|>]*\Z"
)
_BULLET = re.compile(rf"\s*[{re.escape(BULLETS)}○]\s|\s*\(?\d{{1,3}}\)\s")
_CLOSE = r"(?:\s*(?:г\.?|года|год|r\.))?[\])*_]*"
_LABEL = re.compile(
    rf"{_CLOSE}(?:\s?[:：][*_]*|\s*[|;]|(?:\s+|(?<=\.))[–—-]+\s|[–—]|\s*\t|\s{{3,}})\s*[*_]*"
)
_CAPITAL = re.compile(rf"{_CLOSE}[.,]?\s*(?<!\w)(?=[^\W_]|[\"'“‘«(\[*¿¡])")
_ALONE = re.compile(rf"{_CLOSE}[\s.:：|–—*#-]*\Z")


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A date at the head of a sentence that opens a line.

    `body` is where what it tells begins; the end of the sentence, where it stands `alone`.
    """

    expression: TimeExpression
    sentence: Span
    body: int
    alone: bool
    sure: bool = True  # whether a sign parts it from what it tells


def entries_of(
    text: str, sentences: Sequence[Span], found: Iterable[TimeExpression]
) -> tuple[DatedEntry, ...]:
    """Return the entries of a text in their order; none where there are too few for a chronicle."""
    leads = [
        lead
        for sentence, first in _firsts(sentences, found)
        if (lead := entry_at(text, sentence, first)) is not None
    ]
    if len(leads) < FEWEST:
        return ()
    unsure = [lead for lead in leads if not lead.sure]
    if unsure and not _made_of_entries(text, sentences, leads):
        leads = [lead for lead in leads if lead.sure]
    return tuple(leads) if len(leads) >= FEWEST else ()


def entry_at(text: str, sentence: Span, first: TimeExpression) -> DatedEntry | None:
    """Return the entry that the first date of a sentence opens, if it does."""
    phrase = first.phrase
    start = text.rfind("\n", 0, phrase.start) + 1
    if sentence.start < start:
        return None  # a line that goes on with its sentence
    if not isinstance(first.meaning, _NAMES) or not _BEFORE.match(text[start : phrase.start]):
        return None
    if _ALONE.match(text[phrase.end : sentence.end]):
        return DatedEntry(first, sentence, sentence.end, alone=True)
    label = _LABEL.match(text, phrase.end, sentence.end)
    if label:
        return DatedEntry(first, sentence, label.end(), alone=False)
    capital = _CAPITAL.match(text, phrase.end, sentence.end)
    if not capital or phrase.start != first.span.start or not _is_a_date(first.meaning):
        return None
    rest = text[capital.end() : sentence.end].lstrip("\"'“‘«([*¿¡")
    if not rest or rest[0].islower():
        return None
    return DatedEntry(first, sentence, capital.end(), alone=False, sure=False)


def _firsts(
    sentences: Sequence[Span], found: Iterable[TimeExpression]
) -> Iterator[tuple[Span, TimeExpression]]:
    """Yield each sentence with a date, and the first date in it."""
    ordered = sorted(sentences)
    starts = [sentence.start for sentence in ordered]
    last = -1
    for expression in sorted(found, key=lambda e: (e.phrase.start, e.phrase.end)):
        at = bisect_right(starts, expression.span.start) - 1
        if at > last and at >= 0 and expression.span.end <= ordered[at].end:
            yield ordered[at], expression
            last = at


def _made_of_entries(text: str, sentences: Sequence[Span], leads: Sequence[DatedEntry]) -> bool:
    """Return whether the lines of a text are entries for the most part, or items of a list."""
    unsure = [lead for lead in leads if not lead.sure]
    if all(_BULLET.match(_line(text, lead.sentence.start)) for lead in unsure):
        return True
    opened = sum(
        _BEFORE.match(text, _line_start(text, s.start), s.start) is not None for s in sentences
    )
    return len(leads) >= SHARE * (opened - 1)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[_line_start(text, place) : len(text) if end < 0 else end]


@lru_cache(maxsize=4096)
def _is_a_date(meaning: Meaning) -> bool:
    """Return whether it names a day of a year, a month with its year, a year, or a clock."""
    if isinstance(meaning, Absolute | Occurrence):
        return _dates(meaning.fields)
    if isinstance(meaning, AtTime):
        return meaning.clock is not None
    return isinstance(meaning, Between | Portion) and all(map(_is_a_date, parts(meaning)))


def _dates(fields: Fields) -> bool:
    return fields.year is not None or (fields.month is not None and fields.day is not None)
