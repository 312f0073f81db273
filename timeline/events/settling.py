"""From the verb that a date hangs on to the verb that it dates.

The parser hangs a date on the nearest verb that could hold it; the rules here say which of the
verbs around it the sentence means. Each gives another verb, or the one it was given.
"""

from collections.abc import Sequence
from enum import Enum, auto

from spacy.tokens import Token

from timeline.events.grammar import child, is_infinitive, is_passive, is_verb, subject_of
from timeline.events.nouns import is_event_noun
from timeline.events.words import event_words

_STATES = frozenset({"xcomp", "oprd", "advcl", "acomp"})
_OPENING_TAGS = frozenset({"WRB", "IN"})


class Past(Enum):
    """Whether a date lies in the past: by itself ("last year"), by its clause, or not known."""

    SURE = auto()
    LIKELY = auto()
    UNKNOWN = auto()


def settled_at(verb: Token, date: Sequence[Token]) -> Token:
    """Return the verb, or what it plans, that a date dates."""
    if _is_idle(verb):
        verb = next((t for t in verb.ancestors if is_verb(t)), verb)
    verb = _first_of_toll(_out_of_clause(_spoken_at(verb), date))
    return _planned_by(_raise(_hoist(_lower(verb, date), date)), date)


def _is_idle(verb: Token) -> bool:
    """Recognise what is not there: "paid with *no* questions *asked* until Friday"."""
    noun = verb.head
    bare = verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ in {"with", "without"}
    return bare and any(c.lower_ == "no" for c in noun.children)


def _spoken_at(verb: Token) -> Token:
    """Return what was said by who is "*Asked* about the plan on Tuesday", "*Speaking* in Oslo"."""
    opens = verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"} and verb.i < verb.head.i
    speaks = verb.lemma_.lower() in event_words()("verbs", "speaking")
    bare = child(verb, "aux", "auxpass", "mark") is None
    return verb.head if opens and speaks and bare and is_verb(verb.head) else verb


def _first_of_toll(verb: Token) -> Token:
    """Return the first verb of "*killed* six and wounded two on Monday", which tells the event."""
    words = event_words()
    toll = words("figures", "killed_verbs") | words("figures", "wounded_verbs")
    joined = verb.dep_ == "conj" and subject_of(verb) is None and verb.head.i < verb.i
    tolls = {verb.lemma_.lower(), verb.head.lemma_.lower()} <= toll
    return verb.head if joined and tolls else verb


def _out_of_clause(verb: Token, date: Sequence[Token]) -> Token:
    """Return the verb above a clause that opens behind the date.

    "left *Monday* after it closed".
    """
    opening = next((c for c in verb.children if c.dep_ in {"mark", "advmod"} and _opens(c)), None)
    if opening is None or opening.i < date[-1].i or verb.dep_ not in {"advcl", "ccomp"}:
        return verb
    above = verb.head
    return above if is_verb(above) and above.i < opening.i else verb


def _opens(token: Token) -> bool:
    return token.tag_ in _OPENING_TAGS and token.i < token.head.i


def _hoist(verb: Token, date: Sequence[Token]) -> Token:
    """Return the verb above where the date stands right behind it: "*said* Monday it would"."""
    above, subject = verb.head, subject_of(verb)
    if not is_verb(above) or date[0].i != above.i + 1 or date[-1].i > verb.i:
        return verb
    if subject in date:  # "was found *April 8* buried", where the parser took the day for a subject
        subject = None
    if subject is None and (verb.dep_ in _STATES or _finds(above)):
        return above
    if verb.dep_ != "ccomp" or subject is None or not date[-1].i < subject.left_edge.i:
        return verb
    return above if above.lemma_.lower() in event_words()("verbs", "reporting") else verb


def _raise(verb: Token) -> Token:
    """Move up to the word that says so: "*began* to fall apart", "was *found* clinging"."""
    words, above = event_words(), verb.head.lemma_.lower()
    if verb.dep_ == "xcomp" and above in words("verbs", "aspectual"):
        return verb.head
    state = verb.tag_ in {"VBG", "VBN"} and verb.dep_ in _STATES
    return verb.head if state and _finds(verb.head) else verb


def _finds(verb: Token) -> bool:
    """Recognise "was found" and "found" before a comma, behind which stands in what state."""
    finding = verb.lemma_.lower() in event_words()("verbs", "finding")
    opens = verb.dep_ == "advcl" and verb.tag_ == "VBN" and child(verb, "dobj", "aux") is None
    return finding and (is_passive(verb) or opens)


def out_of_infinitive(verb: Token, past: Past) -> Token:
    """Return the past verb over an infinitive, which no past date can date.

    "*was asked* to rejoin".

    What is only likely to be past may be the day of a plan: "agreed to meet on Friday".
    """
    above, words = verb.head, event_words()
    complement = verb.dep_ in {"xcomp", "advcl", "ccomp"} and is_infinitive(verb)
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    told = is_verb(above) and above.tag_ in {"VBD", "VBN"}
    if past is Past.UNKNOWN or not complement or perfect or not told:
        return verb
    lemma = above.lemma_.lower()
    plans = past is Past.LIKELY and lemma in words("verbs", "planning")
    return verb if plans or lemma in words("verbs", "lending_time") else above


def _planned_by(verb: Token, date: Sequence[Token]) -> Token:
    """Return what is planned, where the date stands behind it: "planned a *rally* for Friday"."""
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
