"""Events in languages that have no parser here: the clause that holds the date, by its cues.

Declared as what it is: the title is the sentence's own clause between commas, less the date;
event word, actors, places, category and attribution stay empty, the status is `happened` unless
the date or the tense of its clause lies ahead, and the confidence is low.
"""

import re

from timeline.events.dates import points_ahead
from timeline.events.entry import CUES_ONLY, LONGEST_TITLE
from timeline.model.article import Article
from timeline.model.event import EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.span import Span

SHORTEST_CLAUSE = 15
_BREAK = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|(?<=[。！？、，؛،])\s*")


def cue_mention(
    article: Article, sentence: Span, expression: TimeExpression, dates: list[TimeExpression]
) -> EventMention:
    """Make the mention of one date from its sentence alone."""
    text = sentence.of(article.text)
    clauses = _clauses(article.text, sentence)
    phrases = [d.phrase for d in dates]
    own = next((i for i, c in enumerate(clauses) if c.overlaps(expression.phrase)), 0)
    order = sorted(range(len(clauses)), key=lambda i: (abs(i - own), -i))
    titles = (_without(article.text, clauses[i], phrases) for i in order)
    title = next((t for t in titles if len(t) >= SHORTEST_CLAUSE), " ".join(text.split()))
    return EventMention(
        document=article.document,
        expression=expression,
        sentence=sentence,
        sentence_text=text,
        title=_fitted(title),
        status=_status(expression),
        confidence=CUES_ONLY,
        confidence_wording=CUES_ONLY,
    )


def _status(expression: TimeExpression) -> Status:
    """Distinguish what is planned by the date, or by the tense of its clause, from all else."""
    ahead = points_ahead(expression.meaning) or expression.tense is Tense.FUTURE
    return Status.PLANNED if ahead else Status.HAPPENED


def _clauses(text: str, sentence: Span) -> list[Span]:
    found, start = [], sentence.start
    for mark in _BREAK.finditer(text, sentence.start, sentence.end):
        if mark.start() > start:
            found.append(Span(start, mark.start()))
        start = mark.end()
    return [*found, Span(start, sentence.end)] if start < sentence.end else found


def _without(text: str, clause: Span, phrases: list[Span]) -> str:
    letters = [
        " " if any(p.start <= i < p.end for p in phrases) else text[i]
        for i in range(clause.start, clause.end)
    ]
    title = re.sub(r"\s+", " ", "".join(letters)).strip(' ,;:.–—-。，“”"«»')
    return title[:1].upper() + title[1:]


def _fitted(title: str) -> str:
    """Cut between words where the sentence has no clause short enough."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
