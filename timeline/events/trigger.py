"""Which word of the sentence names the event that a date dates.

The date climbs the dependency tree to the verb or event noun that governs it. Where the parser
hung it on another noun, the event noun just before the date is taken; where the climb ends in
nothing, the closest verb. The measured worth of each way is `EVIDENCE`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from timeline.events.asides import aside_of
from timeline.events.grammar import NOUNS, is_beside, is_predicate, is_present, is_verb, subject_of
from timeline.events.naming import accounted, bounding, flanked, named_around, named_by, set_at
from timeline.events.nouns import is_event_noun
from timeline.events.selection import is_according
from timeline.events.settling import Past, out_of_infinitive, settled_at
from timeline.events.words import event_words

TELLING_NOUNS = 3
_CLEFT = frozenset({"ccomp", "advcl", "relcl", "acl"})


class Way(StrEnum):
    """How the event word was found, the surest first."""

    FOLLOWS = "follows"  # "ten months after it *left*"
    VERB = "verb"
    NOUN = "noun"
    INSIDE = "inside"  # the date is a part of the event's name: "the 2024 *election*"
    COPULA = "copula"
    NEIGHBOUR = "neighbour"
    SCOPE = "scope"  # the date stands over the sentence: "2014: ..."
    CLOSEST = "closest"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event word, how it was found, and the word whose clause tells the event.

    The two differ where the verb says little ("*took* a *loss*").
    """

    token: Token
    way: Way
    teller: Token


@dataclass(frozen=True, slots=True)
class Found:
    """A word that a date leads to, and the way there."""

    token: Token
    way: Way


def find_trigger(
    date: Sequence[Token], *, following: bool = False, past: Past = Past.UNKNOWN
) -> Trigger | None:
    """Find the event word for the tokens of a date phrase; None in a sentence without one.

    `following`: the phrase ends with "after" or the like, and dates what comes next.
    `past` says whether the date lies in the past.
    """
    if not date:
        return None
    found = _following(date) if following else _inside(date)
    found = found or _governing(date) or _neighbour(date) or _closest(date)
    if found is None:
        return None
    found = _out_of_source(found)
    if past is Past.SURE and found.way is Way.VERB:
        found = _out_of_present(found, date)
    teller = out_of_infinitive(found.token, past)
    named = set_at(date) or named_by(teller) or accounted(teller, date)
    return Trigger(named or teller, found.way, teller)


def main_event(doc: Doc) -> Trigger | None:
    """Find the event word of a sentence that a date outside of it dates; None where it has none."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is not None:
        root = next(
            (c for c in root.children if is_beside(c)), root
        )  # the first of two, "...; ..."
    if root is not None and root.lemma_ == "be":
        root = _predicate(root, root)
    if root is None or not (is_verb(root) or is_event_noun(root) or is_predicate(root)):
        return None
    return Trigger(named_by(root) or root, Way.SCOPE, root)


def _inside(date: Sequence[Token]) -> Found | None:
    noun = named_around(date) or flanked(date)
    if noun is not None:
        return Found(noun, Way.INSIDE)
    noun = bounding(date)
    return Found(noun, Way.NOUN) if noun is not None else None


def _out_of_source(found: Found) -> Found:
    """Move from "according to a report on Friday" to what the report says."""
    for token in (found.token, *found.token.ancestors):
        if token.dep_ == "relcl":
            return found
        if is_according(token):
            verb = next((t for t in token.ancestors if is_verb(t)), None)
            return Found(verb, Way.NEIGHBOUR) if verb is not None else found
    return found


def _out_of_present(found: Found, date: Sequence[Token]) -> Found:
    """Move from a verb that no past date can date to what lies in the past.

    "It *has* started to process claims from the *earthquake* two weeks ago."
    """
    if not is_present(found.token):
        return found
    first = date[0].i
    between = (t for t in reversed(found.token.doc[found.token.i + 1 : first]))
    noun = next((t for t in between if t.pos_ in NOUNS and is_event_noun(t)), None)
    return found if noun is None else Found(noun, Way.NEIGHBOUR)


def _following(date: Sequence[Token]) -> Found | None:
    last = date[-1]
    if last.dep_ == "mark":
        return Found(last.head, Way.FOLLOWS)
    inner = next((c for c in last.children if c.i > last.i and c.dep_ in {"pobj", "pcomp"}), None)
    if inner is not None:
        return Found(inner, Way.FOLLOWS)
    after = (t for t in last.doc[last.i + 1 :] if is_verb(t) or is_event_noun(t))
    token = next(after, None)
    return Found(token, Way.FOLLOWS) if token is not None else None


def outer_tokens(date: Sequence[Token]) -> list[Token]:
    """Return the tokens of a phrase whose heads lie outside of it, or that have none."""
    inside = {token.i for token in date}
    return [t for t in date if t.head.i not in inside or t.head.i == t.i]


def _governing(date: Sequence[Token]) -> Found | None:
    inside = {token.i for token in date}
    for outer in outer_tokens(date):
        if outer.head.i in inside or outer.pos_ == "PUNCT":
            continue
        found = _climb(outer, date)
        if found is not None:
            return found
    return None


def _climb(start: Token, date: Sequence[Token]) -> Found | None:
    aside = aside_of(start, date)
    if aside is not None:
        return Found(aside, Way.NOUN)
    token, passed = start, False
    while token.head.i != token.i:
        came, token = token, token.head
        if _is_state(token):
            passed = True
        elif is_verb(token):
            return _at_verb(token, came, date, passed=passed)
        spoken = _said_in(token)
        if spoken is not None:
            return Found(spoken, Way.VERB)
        if is_event_noun(token):
            way = Way.INSIDE if start.i < token.i and came is start else Way.NOUN
            return Found(token, way)
        if token.pos_ in NOUNS:
            beside = _neighbour(date) if not passed else None
            if beside is not None:
                return beside
            passed = True
    return None


def _said_in(noun: Token) -> Token | None:
    """Return who says it of "*confirmed* in an interview this month that ..."."""
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in event_words()("nouns", "said_in"):
        return None
    verb = noun.head.head
    says = verb.lemma_.lower() in event_words()("verbs", "reporting")
    return verb if is_verb(verb) and says else None


def _is_state(token: Token) -> bool:
    """Recognise a participle that only describes its noun: "a company *owned* by a mayor"."""
    lasting = token.lemma_.lower() in event_words()("verbs", "stative")
    return lasting and token.dep_ == "acl" and token.tag_ == "VBN" and token.i > token.head.i


def _at_verb(verb: Token, came: Token, date: Sequence[Token], *, passed: bool) -> Found:
    settled = settled_at(verb, date)
    if settled.i != verb.i:
        return Found(settled, Way.VERB)
    if verb.lower_ in event_words()("cues", "prepositional") and verb.tag_ == "VBG":
        return Found(_object_of(verb), Way.NOUN)
    if verb.lemma_ == "be":
        cleft = _cleft(verb, date)
        if cleft is not None:
            return Found(cleft, Way.VERB)
        return Found(_predicate(verb, came), Way.COPULA)
    return Found(verb, Way.NEIGHBOUR if passed else Way.VERB)


def _cleft(verb: Token, date: Sequence[Token]) -> Token | None:
    """Return what happened of "It was in 1987 that the ferry *sank*"."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ != "it":
        return None
    clauses = (c for c in verb.children if c.dep_ in _CLEFT and c.i > date[-1].i)
    return next((c for c in clauses if any(t.lower_ in {"that", "when"} for t in c.lefts)), None)


def _object_of(verb: Token) -> Token:
    """Return the event noun behind "following" and the like, which the parser took for a verb."""
    things = (c for c in verb.children if c.dep_ in {"dobj", "pobj"} and c.pos_ in NOUNS)
    return next(things, verb)


def _predicate(verb: Token, came: Token) -> Token:
    """Return what a form of "be" says: an adjective, a noun, an event it locates, else itself."""
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
    """Recognise an amount ("was $2.1 million"), which names no event."""
    return token.ent_type_ in {"MONEY", "PERCENT", "CARDINAL", "QUANTITY"} or token.pos_ == "NUM"


def _neighbour(date: Sequence[Token]) -> Found | None:
    """Return the event noun that stands just before the date."""
    first = date[0]
    before = first.i - 1
    if before >= 0 and first.doc[before].pos_ == "ADP":
        before -= 1
    if before < 0 or _has_other_date(first.doc[before], date):
        return None
    if is_event_noun(first.doc[before]):
        return Found(first.doc[before], Way.NEIGHBOUR)
    return None


def _has_other_date(noun: Token, date: Sequence[Token]) -> bool:
    """Recognise "Sunday's election", which needs no second date."""
    own = {t.i for t in date}
    return any(t.ent_type_ == "DATE" and t.i not in own for t in noun.lefts)


def _closest(date: Sequence[Token]) -> Found | None:
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
            return Found(token, Way.CLOSEST)
    return None
