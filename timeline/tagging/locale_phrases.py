"""The phrases of a language without rules of its own, by its `phrases.toml`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.languages.phrase_file import Phrases, phrases_of
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Between, Meaning
from timeline.model.span import Span
from timeline.tagging.phrase_captures import PhraseCaptures
from timeline.tagging.phrase_meanings import KINDS, bounded, is_day, is_period, limited
from timeline.tagging.phrase_patterns import (
    AroundPattern,
    PhrasePattern,
    Words,
    around_patterns,
    patterns_for,
    phrase_patterns,
)

AGE, LENGTH = "age", "length"  # "he was 45 years old" tells no length
_FAR = 40  # characters before a date in which what belongs to it stands
_BOUNDS = ("since", "until", "before", "after")


def read_phrases(text: str, span: Span, language: str) -> Iterator[TimeExpression]:
    """Yield the reading of every phrase in a stretch of text; they may overlap."""
    if not phrase_patterns(language):
        return
    phrases = phrases_of(language)
    words = Words(text[span.start : span.end], phrases)
    patterns = patterns_for(words, language)
    ages = [
        Span(*match.span("core"))
        for pattern in patterns
        if pattern.kind == AGE
        for match in pattern.regex.finditer(text, span.start, span.end)
    ]
    for pattern in patterns:
        for match in pattern.regex.finditer(text, span.start, span.end):
            core = Span(*match.span("core"))
            if pattern.kind == "decade" and core.of(text).isdecimal():
                continue  # "70%", which no word calls a time
            if pattern.kind == AGE or (pattern.kind == LENGTH and any(map(core.overlaps, ages))):
                continue
            captures = PhraseCaptures(phrases, pattern.slots, match.groupdict())
            meaning = _meaning(pattern, captures)
            if meaning is not None:
                place = Span(*match.span("core"))
                name = f"{pattern.kind.replace('_', ' ')} in the words of a language"
                ends = _ends(text, match, meaning, name)
                yield TimeExpression(place, place, place.of(text), meaning, name, parts=ends)


def _ends(
    text: str, match: re.Match[str], meaning: Meaning, name: str
) -> tuple[TimeExpression, ...]:
    """Return the two dates of a range, as far as slots captured them."""
    if not isinstance(meaning, Between):
        return ()
    ends: list[TimeExpression] = []
    for which, date in ((False, meaning.first), (True, meaning.last)):
        groups = [g for g in match.re.groupindex if g[-1].isdigit() is which and g != "core"]
        places = [Span(*match.span(group)) for group in groups if match[group]]
        if not places:
            return ()
        last = max(p.end for p in places) if not which else match.end()
        place = Span(min(p.start for p in places), last)
        ends.append(TimeExpression(place, place, place.of(text), date, name))
    return tuple(ends)


def _meaning(pattern: PhrasePattern, captures: PhraseCaptures) -> Meaning | None:
    try:
        meaning = KINDS[pattern.kind](captures)
    except (ValueError, OverflowError):  # numbers that no calendar has
        return None
    return None if meaning is None else limited(meaning, captures)


def with_what_stands_around(
    text: str, span: Span, language: str, found: Iterable[TimeExpression]
) -> list[TimeExpression]:
    """Take into each date the words around it that limit it: "early in", "since", "evening"."""
    patterns = around_patterns(language)
    phrases = phrases_of(language)
    out: list[TimeExpression] = []
    for expression in found:
        taken = out[-1].span.end if out else span.start
        if expression.span.start < taken:  # the one before took it in
            continue
        read = expression
        free = Span(taken, span.end)
        for pattern in patterns:
            read = _taken(text, free, phrases, pattern, read)
        out.append(read)
    return out


def _taken(
    text: str, free: Span, phrases: Phrases, pattern: AroundPattern, read: TimeExpression
) -> TimeExpression:
    if not _fits(pattern.kind, read.meaning):
        return read
    groups: dict[str, str | None] = {}
    start, end = read.span.start, read.span.end
    if pattern.before is not None:
        before = pattern.before.search(text, max(free.start, start - _FAR), start)
        if before is None:
            return read
        groups |= before.groupdict()
        start = before.start("core")
    if pattern.behind is not None:
        behind = pattern.behind.match(text, end, free.end)
        if behind is None:
            return read
        groups |= behind.groupdict()
        end = behind.end()
    captures = PhraseCaptures(phrases, pattern.slots, groups)
    if pattern.kind in _BOUNDS:
        phrase = Span(start, end)
        return replace(read, meaning=bounded(read.meaning, pattern.kind), phrase=phrase)
    place = Span(start, end)
    meaning = limited(read.meaning, captures)
    return replace(read, span=place, phrase=place, text=place.of(text), meaning=meaning)


def _fits(kind: str, meaning: Meaning) -> bool:
    match kind:
        case "daypart" | "weekday":
            return is_day(meaning)
        case "part":
            return is_period(meaning)
        case _:
            return is_day(meaning) or is_period(meaning)
