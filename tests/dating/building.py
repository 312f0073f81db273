"""Analyses made from a text and a status for each phrase, without a parser."""

import re

from timeline.model.article import Article, DateClaim
from timeline.model.event import EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.span import Span
from timeline.model.timeline import Analysis
from timeline.tagging import tag


def article(text: str, claims: tuple[DateClaim, ...] = (), language: str = "en") -> Article:
    """Make an article of sentences that each end with a full stop."""
    sentences = tuple(Span(*m.span()) for m in re.finditer(r"\S[^.]*\.(?!\s*\d|\w)", text))
    return Article("story.txt", text, "Story", sentences, claims=claims, language=language)


def analysis(
    text: str,
    told: dict[str, Status] | None = None,
    claims: tuple[DateClaim, ...] = (),
    language: str = "en",
) -> Analysis:
    """Tag a text and make a mention of every expression; `told` gives statuses, by phrase."""
    made = article(text, claims, language)
    expressions = tag(made)
    mentions = tuple(
        _mention(made, e, (told or {}).get(e.text, Status.HAPPENED)) for e in expressions
    )
    return Analysis(made, expressions, mentions)


def _mention(made: Article, expression: TimeExpression, status: Status) -> EventMention:
    sentence = made.sentence_at(expression.span) or made.sentences[0]
    return EventMention(
        made.document, expression, sentence, sentence.of(made.text), "Something", status
    )
