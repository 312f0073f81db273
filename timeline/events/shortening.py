"""Cuts a title to length by whole phrases, from the leaves, and never within one.

A verb keeps its object and its first needed complement; what goes first are further verbs of the
same subject, asides and circumstances, then what hangs deepest on a noun. Of the phrases of one
rank the deeper goes before the outer, and the later before the earlier.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.entry import LONGEST_TITLE
from timeline.events.grammar import OBJECTS, is_infinitive, is_verb
from timeline.events.selection import after_comma, conditional, described_by, names_subject
from timeline.events.wording import Draft
from timeline.events.words import event_words

LONG_OFFICE = 5
FURTHER_VERB, ASIDE, CIRCUMSTANCE, ADVERB, LIST = 0.0, 0.5, 1.0, 2.0, 3.0
RELATIVE, OFFICE = 1.8, 2.5
OF_NOUN, OF_VERB, COMPLEMENT, OF, ATTRIBUTE = 4.0, 5.0, 6.0, 6.5, 7.5
DEEPER = 0.3  # of a rank, for each noun between a phrase and the verb
NESTED = 2.5  # for each phrase it stands in that may go itself
WORD = 0.12  # for each word that goes with it
LAST = 0.8  # of a rank, for the last phrase of a title: nothing is torn
ROOMY = 80  # characters up to which a further verb and the office of a name may stay


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may go together, and how early: the lowest rank first."""

    rank: float
    first: int
    words: frozenset[int]


def shortened(
    draft: Draft, root: Token, needed: frozenset[int], limit: int = LONGEST_TITLE
) -> Draft:
    """Drop phrases until the title fits; what holds a needed word (the event word) stays."""
    draft = _without_extras(draft, root, needed, min(limit, ROOMY))
    while len(draft.text()) > limit:
        phrases = [p for p in _droppable(draft, root, needed) if p.words]
        asides = [p for p in phrases if p.rank <= CIRCUMSTANCE]
        bare = draft.without(_first_article(draft))
        if not asides and len(bare.text()) <= limit:
            return bare
        if not phrases:
            return bare
        draft = draft.without(set(_cheapest(draft, asides or phrases, limit).words))
    return draft


def _first_article(draft: Draft) -> set[int]:
    """The article at the head of a title, which a headline does without."""
    first = next((i for block in draft.blocks for i in block), None)
    if first is None or draft.doc[first].lower_ not in event_words()("titles", "articles"):
        return set()
    return {first}


def _without_extras(draft: Draft, root: Token, needed: frozenset[int], limit: int) -> Draft:
    """Drop from a title that is not short what says more than the event: offices, further verbs."""
    while len(draft.text()) > limit:
        further = [p for p in _droppable(draft, root, needed) if p.rank <= FURTHER_VERB and p.words]
        further = further or [p for p in _before_names(draft, needed) if p.words]
        if not further:
            return draft
        draft = draft.without(set(max(further, key=lambda p: p.first).words))
    return draft


def _cheapest(draft: Draft, phrases: list[Phrase], limit: int) -> Phrase:
    """Choose the phrase that loses least, of those that are enough if there are any."""
    enough = [p for p in phrases if len(draft.without(set(p.words)).text()) <= limit]
    end = max(draft.indexes)
    return min(
        enough or phrases,
        key=lambda p: (p.rank + WORD * len(p.words) - LAST * (end in p.words), -p.first),
    )


def _droppable(draft: Draft, root: Token, needed: frozenset[int]) -> list[Phrase]:
    inside = draft.indexes
    found = []
    for i in inside:
        token = draft.doc[i]
        if token.i == root.i or token.head.i not in inside:
            continue
        rank = _rank(token)
        below = {t.i for t in token.subtree}
        if rank is None or below & needed:
            continue
        if FURTHER_VERB < rank < ATTRIBUTE:
            rank = max(ASIDE / 2, rank - _inner(token, root, inside))
        found.append(Phrase(rank, i, frozenset((below | joiners_of(token)) & inside)))
    return found + _before_names(draft, needed)


def _inner(token: Token, root: Token, inside: set[int]) -> float:
    """Return how much earlier a phrase goes for what it hangs in: the leaves go first."""
    earlier = 0.0
    for above in token.ancestors:
        if above.i == root.i:
            break
        if above.i in inside and _rank(above) is not None:
            earlier += NESTED
        elif above.pos_ in {"NOUN", "PROPN"}:
            earlier += DEEPER
    return earlier


def _before_names(draft: Draft, needed: frozenset[int]) -> list[Phrase]:
    """What stands around a person's name as subject: office, age, former office."""
    found = [
        Phrase(OFFICE, token.i, description)
        for token in (draft.doc[i] for i in draft.indexes)
        if names_subject(token) and not (description := _description(token, draft)) & needed
    ]
    for name in draft.doc.ents:
        if name.label_ == "PERSON" and name.root.dep_ in {"nsubj", "nsubjpass"}:
            before = {t.i for t in name.root.subtree if t.i < name.start} & draft.indexes
            if len(before) >= LONG_OFFICE and not before & needed:
                found.append(Phrase(OF_NOUN, name.start, frozenset(before)))
    return found


def _description(name: Token, draft: Draft) -> frozenset[int]:
    """Return what a subject is besides its name in apposition."""
    under = {t.i for t in name.subtree}
    return frozenset({t.i for t in described_by(name).subtree} & draft.indexes - under)


def joiners_of(token: Token) -> set[int]:
    """Return the "and" and comma before a dropped member of a list."""
    if token.dep_ != "conj":
        return set()
    return {c.i for c in token.head.children if c.dep_ in {"cc", "punct"} and c.i < token.i}


def _rank(token: Token) -> float | None:
    """Return how early a phrase may go, 0 first; None for what the sentence needs."""
    if _is_hyphenated(token) or token.head.pos_ == "ADJ":
        return None
    match token.dep_:
        case "advcl" | "relcl" | "appos" | "acl":
            return _rank_of_clause(token)
        case "prep" | "agent":
            return None if _names_doer(token) else _rank_of_preposition(token)
        case "npadvmod" | "advmod" if _follows_verb(token):
            return None if _is_needed_by(token.head) else ADVERB
        case "conj":
            return _rank_of_joined(token)
        case "amod" if token.i > token.head.i:  # "the agency *responsible for drilling*"
            return OF_NOUN
        case "amod" | "nummod" | "advmod" | "nmod":
            return None if is_verb(token.head) else ATTRIBUTE
        case _:
            return None


def _rank_of_clause(token: Token) -> float | None:
    if names_subject(token) or (conditional(token) and token.head.dep_ in {"ccomp", "xcomp"}):
        return None
    if is_infinitive(token) and any(_names_doer(c) for c in token.head.children):
        return None
    if after_comma(token):
        return ASIDE
    if is_infinitive(token):
        return OF_VERB
    return CIRCUMSTANCE if token.dep_ == "advcl" else RELATIVE


def _rank_of_joined(token: Token) -> float | None:
    if is_verb(token) and is_verb(token.head):
        return FURTHER_VERB
    counted = any(c.dep_ == "nummod" for c in token.children)  # "four years and three months"
    paired = any(c.dep_ == "preconj" for c in token.head.children)  # "both words and deeds"
    return None if counted or paired or _in_subject(token) else LIST


def _rank_of_preposition(token: Token) -> float | None:
    if _is_circumstance(token):
        return CIRCUMSTANCE
    if is_verb(token.head):
        if _is_needed_by(token.head):
            return None
        return COMPLEMENT if _is_complement(token) else OF_VERB
    if token.lower_ != "of":
        return OF_NOUN
    return None if _is_amount(token.head) else OF


def _names_doer(token: Token) -> bool:
    """Recognise who is to do it: "a call *for the mayor* to resign"."""
    after = token.right_edge.i + 1
    return token.lower_ == "for" and after < len(token.doc) and token.doc[after].tag_ == "TO"


def _is_complement(token: Token) -> bool:
    """Recognise the first phrase of a verb without object: "collided *with a lorry*"."""
    verb = token.head
    if any(c.dep_ in OBJECTS for c in verb.children):
        return False
    first = next((c for c in verb.children if c.dep_ in {"prep", "agent"} and c.i > verb.i), None)
    return first is not None and first.i == token.i


def _is_amount(token: Token) -> bool:
    """Recognise what is nothing without its "of": "$150 million of debt", "a series of strikes"."""
    figure = token.ent_type_ in {"MONEY", "CARDINAL", "PERCENT", "QUANTITY"} or token.pos_ == "NUM"
    return figure or token.lemma_.lower() in event_words()("nouns", "holders")


def _is_circumstance(preposition: Token) -> bool:
    """Distinguish "by doing", "after the fall of ..." from a place or an addressee."""
    clause = any(c.dep_ == "pcomp" for c in preposition.children)
    return clause or preposition.lower_ in event_words()("titles", "circumstances")


def _follows_verb(token: Token) -> bool:
    return is_verb(token.head) and token.i > token.head.i


def _is_hyphenated(token: Token) -> bool:
    after = token.i + 1
    return after < len(token.doc) and token.doc[after].tag_ == "HYPH"


def _is_needed_by(verb: Token) -> bool:
    """Return whether a verb has nothing but its prepositional phrase: "was in response to"."""
    objects = {"attr", "acomp", "oprd", "dobj", "xcomp", "ccomp"}
    return verb.lemma_ == "be" and not any(c.dep_ in objects for c in verb.children)


def _in_subject(token: Token) -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in (token, *token.ancestors))
