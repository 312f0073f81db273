"""How phrases are read, and why not otherwise: what `timeline explain` shows.

For each expression the date and its steps, the rule with what it captured, and the readings that
were considered and rejected; for words that name no date, what was looked at and why it is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline.errors import TimelineError
from timeline.isolation.faults import Problem, guarded
from timeline.languages.date_order import in_order
from timeline.languages.numeric_dates import order_is_open
from timeline.model.codec import encode
from timeline.model.date_record import when_record
from timeline.model.edtf import to_edtf
from timeline.model.expression import Reading, TimeExpression
from timeline.model.language_tag import base_of
from timeline.model.notation import notation
from timeline.model.span import Span
from timeline.model.when import UNDATED, When
from timeline.reading import published_claim
from timeline.resolving import alternatives, resolve_all
from timeline.tagging import Rejected, Trace, numeric_order, tag_text, trace

SCHEMA = "timeline/explain/1"
_ORDERED_BY = {
    numeric_order.RULE: "The text's other dates show",
    numeric_order.STATED: "You gave",
    numeric_order.COUNTRY: "The country has",
}
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Explained:
    """One expression: its reading, and the others that its words could have had."""

    expression: TimeExpression
    reading: Reading
    rejected: tuple[tuple[str, str, str], ...]  # (words, what they would be, why they are not)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A phrase: its expressions in order, and the words that look like a time and are none."""

    phrase: str
    language: str
    published: When
    expressions: tuple[Explained, ...]
    rejected: tuple[Rejected, ...]
    trace: Trace


def explain(
    phrase: str, given: str | None, language: str = "en", *, day_first: bool | None = None
) -> Explanation:
    """Read a phrase, and note what was considered.

    `given` is the publication date in words or EDTF, `language` an ISO 639-1 code, with a country
    or without, `day_first` the order of numeric dates, where it is stated. Raises DateInputError
    where the date is none, TimelineError where the phrase cannot be read.
    """
    tag = in_order(language, day_first=day_first)
    date = UNDATED if given is None else published_claim(given, language=tag).when
    if not phrase.strip():
        return Explanation(phrase, language, date, (), (), Trace())
    made = guarded("reading it", lambda: _explained(phrase, date, language, day_first=day_first))
    if isinstance(made, Problem):
        raise TimelineError(f"{phrase!r} cannot be explained: {made.reason}")
    return made


def _explained(phrase: str, date: When, language: str, *, day_first: bool | None) -> Explanation:
    whole = Span(0, len(phrase))
    found = tag_text(phrase, [whole], language, day_first=day_first)
    taken = trace(phrase, whole, base_of(language))
    expressions = tuple(
        Explained(expression, reading, tuple(_rejected(found, place, date, taken)))
        for place, (expression, reading) in enumerate(
            zip(found, resolve_all(found, date), strict=True)
        )
    )
    free = (r for r in taken.rejected if not any(r.span.overlaps(e.phrase) for e in found))
    return Explanation(phrase, language, date, expressions, tuple(free), taken)


def _rejected(
    found: tuple[TimeExpression, ...], place: int, date: When, taken: Trace
) -> Iterator[tuple[str, str, str]]:
    """Yield other dates of the same words, then the readings of part of them."""
    told = found[place]
    for other in alternatives(found, place, date):
        yield told.text, to_edtf(other.when), other.why
    if told.rule.startswith("numeric date") and order_is_open(told.text.split()[-1]):
        by = _ORDERED_BY.get(told.rule, "The language has")
        yield told.text, "day and month turned round", f"{by} the order in which it is read."
    for rejected in taken.rejected:
        if rejected.span.overlaps(told.phrase):
            yield rejected.text, rejected.rule, rejected.why


def lines(explanation: Explanation) -> Iterator[str]:
    """Write an explanation for the screen."""
    for place, explained in enumerate(explanation.expressions):
        if place:
            yield ""
        yield from _lines(explanation, explained)
    if explanation.rejected:
        if explanation.expressions:
            yield ""
        yield "No date:"
        yield from (_line(r.text, r.rule, r.why) for r in explanation.rejected)


def _lines(explanation: Explanation, explained: Explained) -> Iterator[str]:
    expression, reading = explained.expression, explained.reading
    when, timex = reading.when, reading.timex
    dated = f"{to_edtf(when)} ({when.precision.value})" if when.resolved else "open"
    yield f"{expression.phrase.of(explanation.phrase)}: {dated}"
    yield from (f"  {number}. {step}" for number, step in enumerate(reading.explanation, 1))
    mod = f", mod {timex.mod}" if timex.mod else ""
    yield f"  rule: {expression.rule}; TIMEX3: {timex.type.value} {timex.value}{mod}"
    matched = explanation.trace.of(expression.span, expression.rule)
    if matched is not None:
        yield f"  pattern: {matched.pattern}"
        captured = (f'{name} "{text}"' for name, text in matched.captures)
        yield f"  captured: {', '.join(captured)}"
    yield f"  meaning: {notation(expression.meaning)}"
    if explained.rejected:
        yield "  rejected:"
        yield from (f"  {_line(*rejected)}" for rejected in explained.rejected)


def _line(text: str, read: str, why: str) -> str:
    named = f" ({read})" if read else ""
    return f'  "{text}"{named}: {why}'


def record(explanation: Explanation) -> Record:
    """Return an explanation as plain values; offsets count characters of the phrase."""
    return {
        "schema": SCHEMA,
        "phrase": explanation.phrase,
        "language": explanation.language,
        "published": when_record(explanation.published),
        "expressions": [_record(explanation, explained) for explained in explanation.expressions],
        "rejected": [
            {"start": r.span.start, "end": r.span.end, "text": r.text, "rule": r.rule, "why": r.why}
            for r in explanation.rejected
        ],
    }


def _record(explanation: Explanation, explained: Explained) -> Record:
    expression, reading = explained.expression, explained.reading
    matched = explanation.trace.of(expression.span, expression.rule)
    return {
        "text": expression.text,
        "start": expression.span.start,
        "end": expression.span.end,
        "when": when_record(reading.when),
        "timex": {
            "type": reading.timex.type.value,
            "value": reading.timex.value,
            "mod": reading.timex.mod,
        },
        "rule": expression.rule,
        "pattern": None if matched is None else matched.pattern,
        "captured": {} if matched is None else dict(matched.captures),
        "tense": expression.tense.value,
        "meaning": encode(expression.meaning),
        "explanation": list(reading.explanation),
        "rejected": [
            {"text": text, "read": read, "why": why} for text, read, why in explained.rejected
        ],
    }
