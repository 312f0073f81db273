"""Events in languages that have no parser here: the clause that holds the date, by its cues.

With a `grammar.toml` the sentence is reduced (dates, brackets, footnotes, datelines, sources) and
divided into clauses by closed classes and verb forms; the smallest complete one that holds the
date is the title. A language without one has the reduced words between stops. What passes no gate
falls back to the next larger clause, in the end to the sentence, with less confidence.
"""

import re

from timeline.events.clauses.grammar import Grammar, grammar, has_grammar
from timeline.events.clauses.names import names_of
from timeline.events.clauses.reduction import DatePhrases, reduced
from timeline.events.clauses.status import status_by_date
from timeline.events.clauses.title import title_of
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.entry import CUES_ONLY, LONGEST_TITLE
from timeline.model.article import Article
from timeline.model.event import Category, EventMention
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Vague
from timeline.model.span import Span

SHORTEST_CLAUSE = 15
ALL_RIGHT = 0.73  # of the titles that are, how often the date and the status are right as well
_BREAK = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|(?<=[。！？、，؛،])\s*")


def cue_mention(
    article: Article, sentence: Span, expression: TimeExpression, dates: list[TimeExpression]
) -> EventMention:
    """Make the mention of one date from its sentence alone."""
    if has_grammar(article.base_language):
        return _by_clauses(article, sentence, expression, dates, grammar(article.base_language))
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
        status=status_by_date(expression),
        confidence=CUES_ONLY,
        confidence_wording=CUES_ONLY,
    )


def _by_clauses(
    article: Article,
    sentence: Span,
    expression: TimeExpression,
    dates: list[TimeExpression],
    g: Grammar,
) -> EventMention:
    phrases = tuple(d.phrase for d in dates) or (expression.phrase,)
    alone = frozenset(d.phrase for d in dates if isinstance(d.meaning, Vague))
    words = reduced(article.text, sentence, DatePhrases(expression.phrase, phrases, alone), g)
    told = title_of(words, expression, g)
    actors, places = names_of(told.words, g)
    text = sentence.of(article.text)
    return EventMention(
        document=article.document,
        expression=expression,
        sentence=sentence,
        sentence_text=text,
        title=told.title or _fitted(" ".join(text.split())),
        status=told.status,
        category=_category(told.words, g),
        actors=actors,
        places=places,
        attribution=told.attribution,
        confidence=round(told.confidence * ALL_RIGHT, 2),
        confidence_wording=told.confidence,
    )


def _category(words: list[Word], g: Grammar) -> Category:
    """Return the first category a word of the title belongs to, by its stem."""
    for category, stems in g.categories:
        if any(w.low.startswith(stems) for w in words if w.kind is Kind.WORD):
            return category
    return Category.OTHER


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
    return title[: LONGEST_TITLE + 1].rsplit(" ", 1)[0][:LONGEST_TITLE].rstrip(" ,;:–—-")
