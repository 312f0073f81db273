"""Stamps: days with their clock times, as pages put them on articles, comments and lists.

A comment, an entry of a list of links and an article carry the day and the time at which they
were written ("At 2:28 pm on 28 May 2010, ann wrote:"). Such a stamp dates no event of the story.
Where several stand behind the head of an article, what follows is no more of the story: a thread of
comments where it is told by and to somebody, else a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from timeline.events.register import Register, stamp_joins
from timeline.model.article import Article, FrameKind
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Meaning, parts
from timeline.model.span import Span

HEAD = 400  # characters in which an article carries stamps of its own
HEAD_SHARE = 0.1  # of its length, where that is less
FEWEST = 2  # stamps behind the head
PERSONAL = 0.25  # of the sentences behind the first stamp: from here on they are comments
_REACH = 24  # characters between day and clock
_AFTER = 12  # characters behind a stamp in which its clock is written again
# With a full stop it is a clock only where something says so: "20.40 BST", "9.15 Uhr".
_CLOCK = re.compile(
    r"(?<![\d.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d%])"
    r"|(?<![\d.])[0-2]?\d\.[0-5]\d(?= ?(?:[A-Z]{2,4}\b|[aApP]\.?[mM]\b|Uhr\b|h\b))"
    r"|\b\d{1,2} ?[aApP]\.?[mM]\b"
)


class Kind(StrEnum):
    """What stands behind an article."""

    COMMENTS = "comments"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Appended:
    """What stands behind the story: where it begins, and of which kind it is."""

    start: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of an article in their order, and what they stand over."""

    spans: tuple[Span, ...]
    appended: Appended | None

    def touch(self, place: Span) -> bool:
        """Return whether a place is part of a stamp, or repeats its clock right behind it."""
        return any(s.start < place.end and place.start < s.end + _AFTER for s in self.spans)

    def within(self, sentence: Span) -> int:
        """Return how many begin in a sentence, or just before it."""
        return sum(sentence.start - 3 <= s.start < sentence.end for s in self.spans)

    def behind(self, sentence: Span, kind: Kind) -> bool:
        """Return whether a sentence stands in what is appended, of a kind."""
        found = self.appended
        return found is not None and found.kind is kind and sentence.end > found.start


def stamps_of(
    article: Article, expressions: Iterable[TimeExpression], registers: Mapping[Span, Register]
) -> Stamps:
    """Find an article's stamps; `registers` has how each of its sentences speaks."""
    spans = tuple(sorted(_spans(article.text, expressions)))
    comments = next((f for f in article.frames if f.kind is FrameKind.COMMENT), None)
    if comments is not None:
        return Stamps(spans, Appended(comments.span.start, Kind.COMMENTS))
    head = min(HEAD, int(len(article.text) * HEAD_SHARE))
    behind = [span for span in spans if span.start > head]
    if len(behind) < FEWEST:
        return Stamps(spans, None)
    start = behind[0].start
    told = [registers[s] for s in article.sentences if s.end > start]
    personal = sum(r.personal or r.asks or r.loud for r in told)
    talked = told and personal >= PERSONAL * len(told)
    return Stamps(spans, Appended(start, Kind.COMMENTS if talked else Kind.LIST))


def is_full_day(meaning: Meaning) -> bool:
    """Return whether a meaning names a day with its year."""
    if isinstance(meaning, Absolute):
        return meaning.fields.year is not None and meaning.fields.day is not None
    return any(is_full_day(part) for part in parts(meaning))


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    """Return what stands between day and clock: marks, zones in capitals, joining words."""
    words = "|".join(map(re.escape, stamp_joins()))
    return re.compile(rf"(?:[\s,;:|@()\-–—]|\b(?:[A-Z]{{2,4}}|(?i:{words}))\b)*\Z")


def _spans(text: str, expressions: Iterable[TimeExpression]) -> Iterator[Span]:
    for expression in expressions:
        found = _stamp(text, expression.span) if is_full_day(expression.meaning) else None
        if found is not None:
            yield found


def _stamp(text: str, day: Span) -> Span | None:
    """Return a day with the clock in it, behind it or before it; None where there is none."""
    if _CLOCK.search(text, day.start, day.end):
        return day
    after = _CLOCK.search(text, day.end, day.end + _REACH)
    if after and _between().match(text[day.end : after.start()]):
        return Span(day.start, after.end())
    before = [*_CLOCK.finditer(text, max(0, day.start - _REACH), day.start)][-1:]
    if before and _between().match(text[before[0].end() : day.start]):
        return Span(before[0].start(), day.end)
    return None
