"""Dates that stand over what follows them: "2014: ..." and a date on a line of its own.

A chronicle gives its date once, and each sentence behind it is of that date, unless it has one of
its own. A label stands at the beginning of a line, with a colon or a dash behind it, and holds for
the rest of its paragraph. A heading is a line that holds nothing else, and holds up to the next
one. A text with a single such date is no chronicle.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    Absolute,
    AtTime,
    Between,
    Bounded,
    Current,
    Nth,
    Occurrence,
    Portion,
    Within,
)
from timeline.model.span import Span

FEWEST = 2  # labels and headings that make a chronicle
_BEFORE = re.compile(r"[\s•●▪◦‣·*>–—-]*\Z")
_LABEL = re.compile(r"\s?[:：]|\s+[–—-]\s|[–—]")
_ALONE = re.compile(r"[\s.:：–—*-]*\Z")
_NAMES = (Absolute, AtTime, Between, Bounded, Current, Nth, Occurrence, Portion, Within)


def scopes(
    article: Article, dated: Mapping[Span, Sequence[TimeExpression]]
) -> Iterator[tuple[Span, TimeExpression]]:
    """Yield each sentence that has no date of its own, and the label or heading that dates it."""
    leads = {sentence: _lead(article.text, sentence, found[0]) for sentence, found in dated.items()}
    if sum(lead is not None for lead in leads.values()) < FEWEST:
        return
    holds: tuple[TimeExpression, bool] | None = None
    for before, sentence in zip((None, *article.sentences), article.sentences, strict=False):
        lead = leads.get(sentence)
        opens = before is None or "\n" in article.text[before.end : sentence.start]
        if lead is not None:
            holds = lead
        elif sentence == article.title_span or (holds and not holds[1] and opens):
            holds = None
        elif holds is not None and sentence not in dated:
            yield sentence, holds[0]


def bare_labels(
    article: Article, dated: Mapping[Span, Sequence[TimeExpression]]
) -> frozenset[TimeExpression]:
    """Return the dates of a chronicle that stand alone over what follows, and tell nothing."""
    leads = [_lead(article.text, sentence, found[0]) for sentence, found in dated.items()]
    labels = [lead for lead in leads if lead is not None]
    if len(labels) < FEWEST:
        return frozenset()
    return frozenset(expression for expression, alone in labels if alone)


def stands_over(text: str, sentence: Span, expression: TimeExpression) -> bool:
    """Return whether a date stands at the head of its line as a label or heading."""
    return _lead(text, sentence, expression) is not None


def label_end(text: str, sentence: Span, expression: TimeExpression) -> int | None:
    """Return where a date's label ends that opens a sentence ("2014: ..."); None without one."""
    lead = _lead(text, sentence, expression)
    mark = _LABEL.match(text, expression.phrase.end)
    return mark.end() if lead is not None and not lead[1] and mark is not None else None


def _lead(
    text: str, sentence: Span, expression: TimeExpression
) -> tuple[TimeExpression, bool] | None:
    """Return the date at the head of a sentence that stands over what follows.

    And if it is alone.
    """
    phrase = expression.phrase
    start = text.rfind("\n", 0, phrase.start) + 1
    if sentence.start < start:
        return None  # a line that goes on with its sentence
    line = text[start : phrase.start]
    if not isinstance(expression.meaning, _NAMES) or not _BEFORE.match(line):
        return None
    if _ALONE.match(text[phrase.end : sentence.end]):
        return expression, True
    return (expression, False) if _LABEL.match(text, phrase.end) else None
