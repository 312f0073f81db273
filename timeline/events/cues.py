"""Events in languages that have no parser here: the clause that holds the date, by its cues.

With a `grammar.toml` the sentence is reduced (dates, brackets, footnotes, datelines, sources) and
divided into clauses by closed classes and verb forms; the smallest complete one that holds the
date is the title. A language without one has the reduced words between stops. What passes no gate
falls back to the next larger clause, in the end to the sentence, with less confidence.
"""

import re
from dataclasses import dataclass

from timeline.events.clause_cutting import cut, dangling
from timeline.events.clause_gate import balanced, passes
from timeline.events.clause_names import names_of
from timeline.events.clause_status import status_of
from timeline.events.clause_tokens import Kind, Word, join, small
from timeline.events.clause_verbs import finite, participle
from timeline.events.clause_wording import part_of, speaker, wordings
from timeline.events.clause_words import Grammar, grammar, has_grammar
from timeline.events.clauses import Clause, ClauseKind, Parsed, parsed
from timeline.events.dates import points_ahead
from timeline.events.entry import CUES_ONLY, LONGEST_TITLE
from timeline.events.openings import source_text, without_cleft, without_source
from timeline.events.reduction import reduced
from timeline.model.article import Article
from timeline.model.event import Category, EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Vague
from timeline.model.span import Span

SHORTEST_CLAUSE = 15
WHOLE_CLAUSE, LARGER_CLAUSE = 0.82, 0.5  # confidence in the wording by what the title is
ALL_RIGHT = 0.73  # of these, how often the date and the status are right as well
_BREAK = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|(?<=[。！？、，؛،])\s*")
_FEWEST = 3  # words of a part of a sentence that may stand for it
_OPENERS = ("relatives", "that", "subordinators", "conditional", "coordinators")


@dataclass(frozen=True, slots=True)
class _Told:
    """A title with what its clause tells."""

    title: str
    status: Status
    confidence: float
    words: list[Word]
    attribution: str | None = None


def cue_mention(
    article: Article, sentence: Span, expression: TimeExpression, dates: list[TimeExpression]
) -> EventMention:
    """Make the mention of one date from its sentence alone."""
    if has_grammar(article.language):
        return _by_clauses(article, sentence, expression, dates, grammar(article.language))
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


def _by_clauses(
    article: Article,
    sentence: Span,
    expression: TimeExpression,
    dates: list[TimeExpression],
    g: Grammar,
) -> EventMention:
    phrases = [d.phrase for d in dates] or [expression.phrase]
    alone = frozenset(d.phrase for d in dates if isinstance(d.meaning, Vague))
    words = reduced(article.text, sentence, expression.phrase, phrases, g, alone)
    told = _told(words, expression, g)
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


def _told(words: list[Word], expression: TimeExpression, g: Grammar) -> _Told:
    own, source = without_source(without_cleft(words, g), g)
    p = parsed(own, g)
    source = source or _speaker(p)
    openers = frozenset[str]().union(*(g(name) for name in _OPENERS)) - g("determiners")
    confidence, first = WHOLE_CLAUSE, p.own
    verbs = frozenset(w.start for i, w in enumerate(p.words) if p.finite[i])
    for k, found in wordings(p):
        shown = _trimmed(found, g)
        fitted = cut(shown, g, verbs)
        title = _written(fitted)
        if passes(title, openers, dangling(g)) and _complete(fitted, g, verbs):
            sure = confidence if len(fitted) == len(shown) else CUES_ONLY
            return _Told(title, status_of(p, k, expression), sure, fitted, source)
        confidence = LARGER_CLAUSE
    whole = cut(_trimmed(_without_reports(p), g), g)
    if p.clauses and not passes(_written(whole), openers, dangling(g)):
        whole = cut(_trimmed([w for w in own if not w.is_date], g), g)
    k = first if p.clauses else None
    status = status_of(p, k, expression) if k is not None else _status(expression)
    return _Told(_written(whole), status, CUES_ONLY, whole, source)


def _without_reports(p: Parsed) -> list[Word]:
    """Return the words of a sentence without those that only say who tells it."""
    said = {ClauseKind.REPORT, ClauseKind.ATTRIBUTION}
    near = part_of(p, p.own) if p.clauses else []
    shown = [c for c in near if c.kind not in said] or near
    words = [w for c in shown for w in _with_stop(p, c) if not w.is_date]
    if sum(w.kind is Kind.WORD for w in words) < _FEWEST:
        return [w for w in p.words if not w.is_date]
    return words


def _with_stop(p: Parsed, clause: Clause) -> list[Word]:
    before = [p.words[clause.start - 1]] if clause.stop and clause.start else []
    return [*before, *p.words[clause.start : clause.end]]


def _speaker(p: Parsed) -> str | None:
    """Return the subject of a clause that only says who tells."""
    g = p.grammar
    no_names = g("reporting") | g("alleging") | g("auxiliaries") | g("that") | g("negation")
    if g.verb_second:
        no_names |= frozenset(g.ends("separable"))
    return source_text([w for w in speaker(p) if w.low not in no_names], g)


def _complete(words: list[Word], g: Grammar, known: frozenset[int]) -> bool:
    """Return whether a title has a verb and something beside it."""
    verbs = [i for i, w in enumerate(words) if w.start in known or finite(words, i, g)]
    if not verbs:  # "Nato a Vigo di Sopra"
        return len(words) > 1 and participle(small(words[0]), g)
    if verbs[0] == 0 and not g.may_open_with_verb:
        return False
    rest = [w for i, w in enumerate(words) if i not in verbs and w.kind is Kind.WORD]
    return any(w.low not in g("clitics") and w.low not in g("adverbs") for w in rest)


def _trimmed(words: list[Word], g: Grammar) -> list[Word]:
    """Return the words without connectors and stops at their ends, quotes that have no other."""
    light = g("connectors") | g("coordinators")
    found = list(words)
    while (
        len(found) > 1
        and found[0].kind is Kind.STOP
        or (len(found) > 2 and found[0].low in light and not _needed(found, g))
    ):
        found = found[1:]
    loose = dangling(g)
    while len(found) > 1 and (found[-1].kind is Kind.STOP or found[-1].text in loose):
        if found[-1].low in g("that"):  # "il n'a été renvoyé qu'en 2018"
            found = [w for w in found if w.low not in g("exceptive")]
        found = found[:-1]
    out: list[Word] = []
    for w in found:
        if w.kind is Kind.STOP and out and out[-1].kind is Kind.STOP:
            continue
        out.append(w)
    return out if balanced(join(out)) else [w for w in out if w.kind is not Kind.QUOTE]


def _needed(words: list[Word], g: Grammar) -> bool:
    """A connector before a noun in German may belong to it."""
    return words[0].low not in g("coordinators") and g.verb_second and not finite(words, 1, g)


def _written(words: list[Word]) -> str:
    title = join(words).strip(" ,;:–—-")
    if title.endswith(".") and not title[-2:-1].isupper():
        title = title.rstrip(".")
    first = next((i for i, letter in enumerate(title) if letter.isalnum()), 0)
    return title[:first] + title[first : first + 1].upper() + title[first + 1 :]


def _category(words: list[Word], g: Grammar) -> Category:
    """Return the first category a word of the title belongs to, by its stem."""
    for category, stems in g.categories:
        if any(w.low.startswith(stems) for w in words if w.kind is Kind.WORD):
            return category
    return Category.OTHER


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
    return title[: LONGEST_TITLE + 1].rsplit(" ", 1)[0][:LONGEST_TITLE].rstrip(" ,;:–—-")
