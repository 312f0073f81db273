"""Time expressions and event mentions as rows and back."""

from collections.abc import Mapping
from sys import intern
from typing import Any

from timeline.model.codec import decode, encode
from timeline.model.event import Category, EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.interning import shared
from timeline.model.span import Span
from timeline.store.article_rows import span_of

Row = Mapping[str, Any]


def expression_row(expression: TimeExpression) -> dict[str, Any]:
    """Return an expression's columns, all but id, article and position."""
    return {
        "start_char": expression.span.start,
        "end_char": expression.span.end,
        "phrase_start": expression.phrase.start,
        "phrase_end": expression.phrase.end,
        "text": expression.text,
        "meaning": encode(expression.meaning),
        "rule": expression.rule,
        "tense": expression.tense.value,
        "parts": [expression_row(part) for part in expression.parts],
    }


def expression_of(row: Row) -> TimeExpression:
    """Read an expression from its columns."""
    return TimeExpression(
        span=Span(row["start_char"], row["end_char"]),
        phrase=Span(row["phrase_start"], row["phrase_end"]),
        text=row["text"],
        meaning=decode(row["meaning"]),
        rule=intern(row["rule"]),
        tense=Tense(row["tense"]),
        parts=tuple(expression_of(part) for part in row["parts"]),
    )


def mention_row(mention: EventMention) -> dict[str, Any]:
    """Return a mention's columns, all but id, article, expression and position."""
    trigger = mention.trigger_span
    return {
        "key": mention.key,
        "sentence_start": mention.sentence.start,
        "sentence_end": mention.sentence.end,
        "sentence_text": mention.sentence_text,
        "title": mention.title,
        "status": mention.status.value,
        "category": mention.category.value,
        "actors": list(mention.actors),
        "places": list(mention.places),
        "attribution": mention.attribution,
        "trigger": mention.trigger,
        "trigger_start": trigger and trigger.start,
        "trigger_end": trigger and trigger.end,
        "confidence": mention.confidence,
        "figures": [_figure_row(figure) for figure in mention.figures],
        "confidence_wording": mention.confidence_wording,
        "worth": mention.worth,
        "likely_subject": mention.likely_subject,
    }


def _figure_row(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure.value,
        "number": figure.number,
        "unit": figure.unit,
        "text": figure.text,
        "start": figure.span.start,
        "end": figure.span.end,
        "bound": figure.bound.value,
    }


def _figure_of(row: Row) -> Figure:
    return Figure(
        measure=Measure(row["measure"]),
        number=row["number"],
        unit=row["unit"],
        text=row["text"],
        span=Span(row["start"], row["end"]),
        bound=Bound(row["bound"]),
    )


def mention_of(row: Row, document: str, expression: TimeExpression) -> EventMention:
    """Read a mention from its columns, its article's name and its expression."""
    return EventMention(
        document=document,
        expression=expression,
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        sentence_text=row["sentence_text"],
        title=row["title"],
        status=Status(row["status"]),
        category=Category(row["category"]),
        actors=shared(tuple(row["actors"])),
        places=shared(tuple(row["places"])),
        attribution=row["attribution"],
        trigger=intern(row["trigger"]),
        trigger_span=span_of(row["trigger_start"], row["trigger_end"]),
        confidence=row["confidence"],
        figures=tuple(_figure_of(figure) for figure in row["figures"]),
        confidence_wording=row["confidence_wording"],
        worth=row["worth"],
        likely_subject=row["likely_subject"],
    )
