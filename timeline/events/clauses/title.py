"""The title of a dated sentence, from the smallest clause that passes the gate."""

import re
from dataclasses import dataclass

from timeline.events.clause_gate import balanced, passes
from timeline.events.clauses.agreement import disagree
from timeline.events.clauses.cutting import cut, dangling
from timeline.events.clauses.division import parsed
from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.openings import source_text, without_cleft, without_source
from timeline.events.clauses.relations import part_of
from timeline.events.clauses.status import status_by_date, status_of
from timeline.events.clauses.subjects import speaker
from timeline.events.clauses.tokens import Kind, Word, join, small
from timeline.events.clauses.verbs import finite, participle
from timeline.events.clauses.wording import wordings
from timeline.events.entry import CUES_ONLY
from timeline.model.event import Status
from timeline.model.expression import TimeExpression

_MARKS = re.compile(r"[()\[\]“”„«»\"]")
WHOLE_CLAUSE = 0.86  # confidence in the wording of a title that is the smallest clause
LARGER_CLAUSE = 0.55  # of one that is a larger one
_FEWEST = 3  # words of a part of a sentence that may stand for it
_OPENERS = ("relatives", "that", "subordinators", "conditional", "coordinators")


@dataclass(frozen=True, slots=True)
class Told:
    """A title with what its clause tells."""

    title: str
    status: Status
    confidence: float
    words: list[Word]
    attribution: str | None = None


def title_of(words: list[Word], expression: TimeExpression, g: Grammar) -> Told:
    """Return the title of a reduced sentence, with its status, source and confidence."""
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
            return Told(title, status_of(p, k, expression), sure, fitted, source)
        confidence = LARGER_CLAUSE
    whole = cut(_trimmed(_without_reports(p), g), g)
    if p.clauses and not passes(_written(whole), openers, dangling(g)):
        whole = cut(_trimmed([w for w in own if not w.is_date], g), g)
    loose = (g("relatives") | g("that") | g("coordinators")) - g("determiners") - g("subordinators")
    while len(whole) > _FEWEST and whole[0].low in loose:
        whole = whole[1:]
    status = status_of(p, first, expression) if p.clauses else status_by_date(expression)
    return Told(_in_pairs(_written(whole)), status, CUES_ONLY, whole, source)


def _in_pairs(title: str) -> str:
    """Leave out of a title all brackets and quotation marks where one of them stands alone."""
    return title if balanced(title) else " ".join(_MARKS.sub(" ", title).split())


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
    if disagree(_before(words, verbs[0], g), words[verbs[0]], g):
        return False
    rest = [w for i, w in enumerate(words) if i not in verbs and w.kind is Kind.WORD]
    return any(w.low not in g("clitics") and w.low not in g("adverbs") for w in rest)


def _before(words: list[Word], verb: int, g: Grammar) -> list[Word]:
    """Return the words before a verb without its pronouns and its negation."""
    light = g("clitics") | g("negation") | g("adverbs")
    end = verb
    while end > 1 and words[end - 1].low in light:
        end -= 1
    return words[:end]


def _trimmed(words: list[Word], g: Grammar) -> list[Word]:
    """Return the words without connectors and stops at their ends, quotes that have no other."""
    light = g("connectors") | g("coordinators")
    found = list(words)
    while len(found) > 1 and found[0].kind is Kind.STOP:
        found = found[1:]
    while len(found) >= _FEWEST and found[0].low in light and not _needed(found, g):
        found = found[1:]
    if len(found) > _FEWEST and found[1].text == "," and _is_lone_adverb(found[0], g):
        found = found[2:]
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


def _is_lone_adverb(w: Word, g: Grammar) -> bool:
    """Recognise what a date leaves behind: "*Particulièrement*, le camping affiche complet"."""
    ends = g.ends("adverb_endings")
    return w.low in g("adverbs") or (bool(ends) and w.low.endswith(ends))


def _needed(words: list[Word], g: Grammar) -> bool:
    """A connector before a noun in German may belong to it."""
    return words[0].low not in g("coordinators") and g.verb_second and not finite(words, 1, g)


def _written(words: list[Word]) -> str:
    title = join(words).strip(" ,;:–—-")
    if title.endswith(".") and not title[-2:-1].isupper():
        title = title.rstrip(".")
    first = next((i for i, letter in enumerate(title) if letter.isalnum()), 0)
    return title[:first] + title[first : first + 1].upper() + title[first + 1 :]
