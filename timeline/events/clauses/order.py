"""Clauses with the order of a main clause: subject, verb, the rest."""

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, Parsed
from timeline.events.clauses.nouns import subject_behind
from timeline.events.clauses.tokens import Kind, Word, small, word
from timeline.events.clauses.verbs import separated


def main_order(p: Parsed, clause: Clause) -> list[Word]:
    """Return a main clause: where German puts its verb first, with the subject before it."""
    g, start, end = p.grammar, clause.body, clause.end
    start = _past_connectors(p, start, end)
    if not g.verb_second or not _verb_first(p, start, end):
        return list(p.words[start:end])
    verb = next(i for i in range(start, end) if p.finite[i])
    subject = subject_behind(p, verb + 1, end)
    if subject is None:
        return list(p.words[start:end])
    named = [p.words[i] for i in subject]
    rest = [p.words[i] for i in range(verb + 1, end) if i not in subject]
    return [*named, small(p.words[verb]), *rest]


def _past_connectors(p: Parsed, start: int, end: int) -> int:
    light = p.grammar("connectors") | p.grammar("coordinators")
    i = start
    while i < end - 1 and (p.words[i].is_date or p.words[i].low in light):
        if p.words[i].low in light and i + 1 < end and _opens_noun_phrase(p, i):
            break
        i += 1
    return i


def _opens_noun_phrase(p: Parsed, i: int) -> bool:
    """Return whether a connector belongs to a noun: "Noch zwei Monate ..."."""
    after = next((w for w in p.words[i + 1 :] if not w.is_date), None)
    if after is None or not p.grammar.verb_second:
        return False
    nxt = next(j for j in range(i + 1, len(p.words)) if not p.words[j].is_date)
    return not p.finite[nxt] and p.words[i].low not in p.grammar("coordinators")


def _verb_first(p: Parsed, start: int, end: int) -> bool:
    first = next((i for i in range(start, end) if p.words[i].kind is Kind.WORD), None)
    return first is not None and p.finite[first]


def verb_second(p: Parsed, words: list[Word]) -> list[Word]:
    """Return a German subordinate clause as a main one: its last verb behind the subject.

    "das Dach am Montag einstürzte" becomes "das Dach stürzte … ein".
    """
    place = {id(w): i for i, w in enumerate(p.words)}
    shown = [w for w in words if not w.is_date]
    while shown and shown[-1].kind is not Kind.WORD:
        shown.pop()
    if not shown or not p.grammar.verb_second:
        return shown
    last = place.get(id(shown[-1]))
    if last is None or not p.finite[last]:
        return shown
    first = place.get(id(shown[0]))
    if first is None:
        return shown
    subject = subject_behind(p, first, last)
    if subject is None and shown[0].low == "es":
        subject = range(first, first + 1)
    if subject is None:
        return shown
    named = [p.words[i] for i in subject if not p.words[i].is_date]
    rest = [w for w in shown[:-1] if all(w is not n for n in named)]
    return [*named, *in_second_place(shown[-1], rest, p.grammar)]


def in_second_place(verb: Word, rest: list[Word], g: Grammar) -> list[Word]:
    """Return a verb that stood last with the rest behind it, its prefix at the end."""
    parts = separated(verb.low, g)
    if parts is None:
        return [verb, *rest]
    return [word(parts[0]), *rest, word(parts[1])]
