"""Which word of the sentence names the event that a date dates.

The date climbs the dependency tree to the verb or event noun that governs it. Where the parser
hung it on another noun, the event noun just before the date is taken; where the climb ends in
nothing, the closest verb. The measured worth of each way is `EVIDENCE`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from timeline.events.grammar import NOUNS, child, is_passive, is_verb, subject_of
from timeline.events.nouns import is_event_noun
from timeline.events.selection import is_according
from timeline.events.words import event_words

TELLING_NOUNS = 3


class Way(StrEnum):
    """How the event word was found, the surest first."""

    FOLLOWS = "follows"  # "ten months after it *left*"
    VERB = "verb"
    NOUN = "noun"
    INSIDE = "inside"  # the date is a part of the event's name: "the 2024 *election*"
    COPULA = "copula"
    NEIGHBOUR = "neighbour"
    CLOSEST = "closest"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event word and how it was found."""

    token: Token
    way: Way


def find_trigger(date: Sequence[Token], *, following: bool = False) -> Trigger | None:
    """Find the event word for the tokens of a date phrase; None in a sentence without one.

    `following`: the phrase ends with "after" or the like, and dates what comes next.
    """
    if not date:
        return None
    found = _following(date) if following else None
    found = found or _governing(date) or _neighbour(date) or _closest(date)
    return _out_of_source(found) if found is not None else None


def _out_of_source(found: Trigger) -> Trigger:
    """Move from "according to a report on Friday" to what the report says."""
    for token in (found.token, *found.token.ancestors):
        if is_according(token):
            verb = next((t for t in token.ancestors if is_verb(t)), None)
            return Trigger(verb, Way.NEIGHBOUR) if verb is not None else found
    return found


def _following(date: Sequence[Token]) -> Trigger | None:
    last = date[-1]
    if last.dep_ == "mark":
        return Trigger(last.head, Way.FOLLOWS)
    inner = next((c for c in last.children if c.i > last.i and c.dep_ in {"pobj", "pcomp"}), None)
    if inner is not None:
        return Trigger(inner, Way.FOLLOWS)
    after = (t for t in last.doc[last.i + 1 :] if is_verb(t) or is_event_noun(t))
    token = next(after, None)
    return Trigger(token, Way.FOLLOWS) if token is not None else None


def outer_tokens(date: Sequence[Token]) -> list[Token]:
    """Give the tokens of a phrase whose heads lie outside of it, or that have none."""
    inside = {token.i for token in date}
    return [t for t in date if t.head.i not in inside or t.head.i == t.i]


def _governing(date: Sequence[Token]) -> Trigger | None:
    inside = {token.i for token in date}
    for outer in outer_tokens(date):
        if outer.head.i in inside or outer.pos_ == "PUNCT":
            continue
        found = _climb(outer, date)
        if found is not None:
            return found
    return None


def _climb(start: Token, date: Sequence[Token]) -> Trigger | None:
    token, passed = start, False
    while token.head.i != token.i:
        came, token = token, token.head
        if is_verb(token):
            return _at_verb(token, came, date, passed=passed)
        if is_event_noun(token):
            way = Way.INSIDE if start.i < token.i and came is start else Way.NOUN
            return Trigger(token, way)
        if token.pos_ in NOUNS:
            beside = _neighbour(date) if not passed else None
            if beside is not None:
                return beside
            passed = True
    return None


def _at_verb(verb: Token, came: Token, date: Sequence[Token], *, passed: bool) -> Trigger:
    lowered = _planned_by(_raise(_hoist(_lower(verb, date), date)), date)
    if lowered.i != verb.i:
        return Trigger(lowered, Way.VERB)
    if verb.lower_ in event_words()("cues", "prepositional") and verb.tag_ == "VBG":
        return Trigger(_object_of(verb), Way.NOUN)
    if verb.lemma_ == "be":
        return Trigger(_predicate(verb, came), Way.COPULA)
    return Trigger(verb, Way.NEIGHBOUR if passed else Way.VERB)


def _object_of(verb: Token) -> Token:
    """Give the event noun behind "following" and the like, which the parser took for a verb."""
    things = (c for c in verb.children if c.dep_ in {"dobj", "pobj"} and c.pos_ in NOUNS)
    return next(things, verb)


def _hoist(verb: Token, date: Sequence[Token]) -> Token:
    """Give the reporting verb where the date stands right behind it: "*said* Monday it would"."""
    above, subject = verb.head, subject_of(verb)
    if verb.dep_ != "ccomp" or subject is None or not date[-1].i < subject.left_edge.i:
        return verb
    right_behind = date[0].i == above.i + 1
    reports = above.lemma_.lower() in event_words()("verbs", "reporting")
    return above if right_behind and reports else verb


def _raise(verb: Token) -> Token:
    """Move up to the word that says so: "*began* to fall apart", "was *found* clinging"."""
    words, above = event_words(), verb.head.lemma_.lower()
    if verb.dep_ == "xcomp" and above in words("verbs", "aspectual"):
        return verb.head
    state = verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"xcomp", "oprd", "advcl", "acomp"}
    found = state and above in words("verbs", "finding") and is_passive(verb.head)
    return verb.head if found else verb


def _planned_by(verb: Token, date: Sequence[Token]) -> Token:
    """Give what is planned, where the date stands behind it: "planned a *rally* for Friday"."""
    thing = child(verb, "dobj")
    if verb.lemma_.lower() not in event_words()("verbs", "scheduling") or thing is None:
        return verb
    return thing if is_event_noun(thing) and thing.i < date[0].i else verb


def _lower(verb: Token, date: Sequence[Token]) -> Token:
    """Move from a reporting or planning verb into its complement, where the date stands in it."""
    words = event_words()
    lemma = verb.lemma_.lower()
    wanted = lemma in words("verbs", "reporting") or lemma in words("verbs", "planning")
    for inner in verb.children:
        if inner.dep_ in {"ccomp", "xcomp"} and wanted and inner.i > verb.i and is_verb(inner):
            edge = inner.left_edge.i
            if edge < date[0].i and inner.i < date[0].i:
                return _lower(inner, date)
    return verb


def _predicate(verb: Token, came: Token) -> Token:
    """Give what a form of "be" says: an adjective, a noun, an event it locates, else itself."""
    if came.pos_ == "ADJ" and came.dep_ in {"attr", "acomp"}:
        return came
    subject = subject_of(verb)
    said = [c for c in verb.children if c.dep_ in {"attr", "acomp", "oprd"} and c.i != came.i]
    if said and not (_is_figure(said[0]) and subject is not None):
        return said[0]
    if subject is not None and is_event_noun(subject):
        return subject
    return verb


def _is_figure(token: Token) -> bool:
    """Tell an amount ("was $2.1 million"), which names no event."""
    return token.ent_type_ in {"MONEY", "PERCENT", "CARDINAL", "QUANTITY"} or token.pos_ == "NUM"


def _neighbour(date: Sequence[Token]) -> Trigger | None:
    """Give the event noun that stands just before the date."""
    first = date[0]
    before = first.i - 1
    if before >= 0 and first.doc[before].pos_ == "ADP":
        before -= 1
    if before >= 0 and is_event_noun(first.doc[before]):
        return Trigger(first.doc[before], Way.NEIGHBOUR)
    return None


def _closest(date: Sequence[Token]) -> Trigger | None:
    inside = {token.i for token in date}
    around = [t for t in date[0].doc if t.i not in inside]
    verbs = [t for t in around if is_verb(t)]
    named = [t for t in around if t.pos_ in NOUNS]
    # a line such as "KABUL, March 2021" names no event at all, a longer one is a caption
    caption = [t for t in named if t.dep_ == "ROOT"] if len(named) >= TELLING_NOUNS else []
    nouns = [t for t in named if is_event_noun(t)] or caption
    for candidates in (verbs, nouns):
        if candidates:
            token = min(candidates, key=lambda t: min(abs(t.i - date[0].i), abs(t.i - date[-1].i)))
            return Trigger(token, Way.CLOSEST)
    return None
