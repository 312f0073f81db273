"""A mention as somebody saw it when editing its event: enough to find it again, or to show it.

A snapshot is a JSON object: the mention's rows as the store writes them, and what stood before and
after its sentence. It stays readable for later versions of the program: what it lacks of theirs is
empty, and a meaning that they no longer know is left open, for its date is never resolved anew.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.editing.quote_search import surroundings
from timeline.model.article import Article
from timeline.model.event import DatedMention, EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Vague, Vagueness
from timeline.model.span import Span
from timeline.store.event_rows import telling_of, telling_row
from timeline.store.mention_rows import expression_of, expression_row, mention_of, mention_row

Snapshot = Mapping[str, Any]
OPEN_MEANING = Vague(Vagueness.PRESENT)


def snapshot(dated_mention: DatedMention, article: Article | None) -> dict[str, Any]:
    """Take down a mention with what stands around its sentence."""
    mention = dated_mention.mention
    before, after = surroundings(article.text, mention.sentence) if article else ("", "")
    return {
        "document": mention.document,
        "mention": mention_row(mention),
        "expression": expression_row(mention.expression),
        "telling": telling_row(dated_mention),
        "before": before,
        "after": after,
    }


def restored(taken: Snapshot) -> DatedMention:
    """Return the mention as it was."""
    expression = _expression(taken["expression"])
    mention = mention_of({**_EMPTY, **taken["mention"]}, taken["document"], expression)
    return telling_of(taken["telling"], mention)


def moved(dated_mention: DatedMention, by: int) -> DatedMention:
    """Return a mention some characters further on."""
    mention = dated_mention.mention
    expression = mention.expression
    shifted = replace(
        expression, span=_moved(expression.span, by), phrase=_moved(expression.phrase, by), parts=()
    )
    return replace(
        dated_mention,
        mention=replace(
            mention,
            expression=shifted,
            sentence=_moved(mention.sentence, by),
            trigger_span=_moved(mention.trigger_span, by) if mention.trigger_span else None,
            figures=tuple(replace(f, span=_moved(f.span, by)) for f in mention.figures),
        ),
    )


def placed(dated_mention: DatedMention, sentence: Span, text: str) -> DatedMention:
    """Return a mention at a sentence whose wording has changed; its date stays as it was read."""
    mention = dated_mention.mention
    quote = sentence.of(text)
    at = quote.find(mention.expression.text)
    span = sentence
    if at >= 0:
        start = sentence.start + at
        span = Span(start, start + len(mention.expression.text))
    expression = replace(mention.expression, span=span, phrase=span, text=span.of(text), parts=())
    changed: EventMention = replace(
        mention,
        expression=expression,
        sentence=sentence,
        sentence_text=quote,
        trigger_span=None,
        figures=(),
    )
    return replace(dated_mention, mention=changed)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _expression(row: Mapping[str, Any]) -> TimeExpression:
    try:
        return expression_of(row)
    except ValueError:
        return TimeExpression(
            span=Span(row["start_char"], row["end_char"]),
            phrase=Span(row["phrase_start"], row["phrase_end"]),
            text=row["text"],
            meaning=OPEN_MEANING,
            rule=row["rule"],
        )


# A mention with nothing but what it must have: the values of columns that a snapshot lacks.
_EMPTY = mention_row(
    EventMention(
        "-",
        TimeExpression(Span(0, 1), Span(0, 1), "-", OPEN_MEANING, ""),
        Span(0, 1),
        "-",
        "-",
        Status.HAPPENED,
    )
)
