"""Cuts a title to length by whole phrases, the least needed first, and never within one."""

from spacy.tokens import Token

from timeline.events.entry import LONGEST_TITLE
from timeline.events.grammar import is_verb
from timeline.events.selection import described_by, names_subject
from timeline.events.wording import Draft
from timeline.events.words import event_words

LONG_OFFICE = 5


def shortened(
    draft: Draft, root: Token, needed: frozenset[int], limit: int = LONGEST_TITLE
) -> Draft:
    """Drop phrases until the title fits; what holds a needed word (the event word) stays."""
    while len(draft.text()) > limit:
        phrases = [found for found in _droppable(draft, root, needed) if found[2]]
        if not phrases:
            return draft
        _, _, phrase = min(phrases, key=lambda p: p[:2])
        draft = draft.without(phrase)
    return draft


def _droppable(
    draft: Draft, root: Token, needed: frozenset[int]
) -> list[tuple[int, int, set[int]]]:
    inside = draft.indexes
    found = []
    for i in inside:
        token = draft.doc[i]
        if token.i == root.i or token.head.i not in inside:
            continue
        rank = _rank(token)
        below = {t.i for t in token.subtree}
        if rank is not None and not below & needed:
            found.append((rank, -i, (below | _joiner(token)) & inside))
    return found + _before_names(draft, needed)


def _before_names(draft: Draft, needed: frozenset[int]) -> list[tuple[int, int, set[int]]]:
    """What stands around a person's name as subject: office, age, former office."""
    found = [
        (2, -token.i, description)
        for token in (draft.doc[i] for i in draft.indexes)
        if names_subject(token) and not (description := _description(token, draft)) & needed
    ]
    for name in draft.doc.ents:
        if name.label_ == "PERSON" and name.root.dep_ in {"nsubj", "nsubjpass"}:
            before = {t.i for t in name.root.subtree if t.i < name.start} & draft.indexes
            if len(before) >= LONG_OFFICE and not before & needed:
                found.append((4, -name.start, before))
    return found


def _description(name: Token, draft: Draft) -> set[int]:
    """Return what a subject is besides its name in apposition."""
    return {t.i for t in described_by(name).subtree} & draft.indexes - {t.i for t in name.subtree}


def _joiner(token: Token) -> set[int]:
    """The "and" and comma before a dropped member of a list."""
    if token.dep_ != "conj":
        return set()
    return {c.i for c in token.head.children if c.dep_ in {"cc", "punct"} and c.i < token.i}


def _rank(token: Token) -> int | None:
    """Return how early a phrase may go, 0 first; None for what the sentence needs."""
    if _is_hyphenated(token) or token.head.pos_ == "ADJ":
        return None
    match token.dep_:
        case "advcl" | "relcl" | "appos":
            return None if names_subject(token) else 0
        case "acl":
            return 1
        case "prep":
            return _rank_of_preposition(token)
        case "npadvmod" | "advmod" if _follows_verb(token):
            return None if _is_needed_by(token.head) else 2
        case "conj":
            return None if _in_subject(token) else 5
        case "amod" | "nummod" | "advmod" | "nmod":
            return None if is_verb(token.head) else 7
        case _:
            return None


def _rank_of_preposition(token: Token) -> int | None:
    if _is_circumstance(token):
        return 1
    if is_verb(token.head):
        return None if _is_needed_by(token.head) else 3
    if token.lower_ != "of":
        return 4
    return None if _is_amount(token.head) else 6


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
