"""Why a phrase is read as it is: each reading that was considered, and what became of it.

Only `timeline explain` asks. It takes the same steps as the tagger, one at a time, and notes what
each of them drops, so that reading itself carries no notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.languages import Lexicon, has_words, load
from timeline.model.meaning import Meaning
from timeline.model.span import Span
from timeline.tagging.candidates import Candidate, candidates
from timeline.tagging.captured import Captured
from timeline.tagging.meanings import build
from timeline.tagging.patterns import Match, places
from timeline.tagging.refiners import REFINERS
from timeline.tagging.rejecting import NO_CALENDAR, unread_words, why_dropped
from timeline.tagging.tokens import Alphabet, Line, alphabet


@dataclass(frozen=True, slots=True)
class Matched:
    """A rule at a place: its pattern as the language's file writes it, and what it captured."""

    span: Span
    rule: str
    pattern: str
    captures: tuple[tuple[str, str], ...]
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A reading, or a word, that does not stand; `rule` is "" for a word that no rule reads."""

    span: Span
    text: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What rules found in a phrase, and what was set aside, in the order of the text."""

    matched: tuple[Matched, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def of(self, span: Span, rule: str) -> Matched | None:
        """Return what a rule found at a place."""
        return next((m for m in self.matched if m.span == span and m.rule == rule), None)


def trace(text: str, span: Span, language: str) -> Trace:
    """Read a stretch of text as the tagger does, and note each step."""
    if not has_words(language):
        return Trace()
    letters = alphabet(language)
    line = Line(text, span.start, span.end, letters)
    tokens = line
    matched = tuple(_matched(tokens, letters))
    found = candidates(line, language)
    rejected = [_without_meaning(m, text) for m in matched if m.meaning is None]
    for refiner in REFINERS:
        kept = refiner(found, tokens, letters.lexicon)
        for candidate in found:
            why = why_dropped(candidate, kept, tokens, refiner)
            if why is not None:
                place = _span(candidate, tokens)
                rejected.append(Rejected(place, place.of(text), candidate.rule, why))
        found = kept
    stands = {(_span(candidate, tokens), candidate.rule) for candidate in found}
    rejected = [r for r in rejected if (r.span, r.rule) not in stands]
    told = [r.span for r in rejected] + [_span(candidate, tokens) for candidate in found]
    rejected += [
        Rejected(Span(t.start, t.end), t.text, "", why)
        for t, why in unread_words(tokens, letters)
        if not any(place.overlaps(Span(t.start, t.end)) for place in told)
    ]
    return Trace(matched, tuple(sorted(set(rejected), key=lambda r: (r.span, r.rule))))


def _span(candidate: Candidate, tokens: Line) -> Span:
    return Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)


def _without_meaning(matched: Matched, text: str) -> Rejected:
    return Rejected(matched.span, matched.span.of(text), matched.rule, NO_CALENDAR)


def _matched(tokens: Line, letters: Alphabet) -> Iterator[Matched]:
    """Return every place of every rule, also where its words make no date."""
    lexicon = letters.lexicon
    patterns = {record.name: record.pattern for record in load(lexicon.language).rules}
    line = "".join(token.letter for token in tokens)
    for place in places(lexicon.language, line):
        match = place.match(tokens)
        yield Matched(
            Span(tokens[match.first].start, tokens[match.last - 1].end),
            place.rule.name,
            patterns[place.rule.name],
            tuple((name, capture.low) for name, capture in match.captures.items()),
            _meaning(match, place.rule.meaning, lexicon),
        )


def _meaning(match: Match, name: str, lexicon: Lexicon) -> Meaning | None:
    return build(name, Captured(match, lexicon))
