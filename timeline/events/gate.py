"""The last look at an English title before it is shown.

A title has two words or more, no bracket, quotation mark or ellipsis left over, opens with no word
that joins it to another clause, and ends in none that asks for more (`is_sound`). And it tells
something (`tells`): a verb with its subject, or a noun with what says which one.
"""

import re

from spacy.tokens import Token

from timeline.events.asides import is_aside
from timeline.events.clause_gate import passes
from timeline.events.grammar import (
    AUXILIARIES,
    CLAUSES_OF_NOUNS,
    FINITE,
    auxiliaries,
    is_infinitive,
    is_passive,
    is_verb,
    subject_of,
    top_of_chain,
)
from timeline.events.nouns import is_event_noun
from timeline.events.shape import Shape
from timeline.events.words import event_words

FEWEST = 2  # telling words of a title without a verb: it needs more
_SPACED = re.compile(r"[“\"]\s*[”\"]|\s[,;:]|^[,;:.)]")  # what a cut leaves behind
_SAID = frozenset({"ccomp", "dobj", "xcomp", "prep", "acomp", "attr", "oprd", "advcl", "parataxis"})
_CLOSING = '”"’'
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})


def is_sound(title: str, *, particle: bool = False) -> bool:
    """Return whether a title has nothing left over, nothing missing at its ends.

    `particle`: its last word is that of a verb ("was sworn in").
    """
    cues = event_words()
    ends_well = particle or title.rstrip()[-1:] in _CLOSING
    dangling = frozenset[str]() if ends_well else cues("titles", "dangling")
    return not _SPACED.search(title) and passes(title, cues("titles", "openers"), dangling)


def tells(shape: Shape) -> bool:
    """Return whether the words of a title hold a clause, or a noun that is told apart."""
    draft = shape.draft
    inside = draft.indexes
    telling = [i for i in inside if draft.doc[i].pos_ in _TELLING]
    if draft.words and is_aside(shape.root):
        return True
    if is_verb(shape.root):
        if (
            (_is_loose(shape.root) and shape.root.i not in draft.words)
            or _opens_with_verb(shape)
            or _is_meant(shape)
            or _says_nothing(shape)
        ):
            return False
        counted = (
            shape.subject is not None and shape.subject.tag_ == "CD" and shape.root.dep_ == "acl"
        )
        return shape.complete and bool(telling) and _has_subject(shape, inside) and not counted
    named = is_event_noun(shape.root) or any(
        c.dep_ in CLAUSES_OF_NOUNS for c in shape.root.children
    )
    return (named and len(telling) > FEWEST) or any(
        _is_clause(draft.doc[i], inside) for i in inside
    )


def _is_loose(verb: Token) -> bool:
    """Recognise a form that stands beside another verb: ", *killing* eleven", "saw it *fall*"."""
    if auxiliaries(verb):
        return False
    if verb.tag_ == "VB":
        return verb.dep_ == "ccomp"
    return verb.tag_ == "VBG" and verb.dep_ not in {"acl", "relcl", "ROOT"}


def _opens_with_verb(shape: Shape) -> bool:
    """Recognise a finite verb before its subject, or without one: "Wrote George Gray"."""
    first = next((i for block in shape.draft.blocks for i in block), None)
    if first is None or shape.subject is None:
        return False
    token = shape.draft.doc[first]
    if token.dep_ in AUXILIARIES and token.head.i == shape.root.i and shape.subject.i > first:
        return True  # "*Had* the gate been closed"
    return token.tag_ in FINITE and is_verb(token) and first not in shape.draft.words


def _says_nothing(shape: Shape) -> bool:
    """Recognise who says something without what is said: "The same spokesman said"."""
    verb, inside = shape.root, shape.draft.indexes
    if verb.lemma_.lower() not in event_words()("verbs", "saying") or is_passive(verb):
        return False
    if verb.i and verb.doc[verb.i - 1].text == ",":
        return False  # "the case, *confirmed* on Tuesday", which the parser took for a verb
    return not any(c.i in inside and c.dep_ in _SAID for c in verb.children)


def _is_meant(shape: Shape) -> bool:
    """Recognise "It *to fight* the flood": what is meant by a pronoun's deed, and no event."""
    subject = shape.subject
    meant = is_infinitive(shape.root)
    return (
        meant and subject is not None and subject.tag_ == "PRP" and subject.head.i != shape.root.i
    )


def _has_subject(shape: Shape, inside: set[int]) -> bool:
    subject = shape.subject
    if subject is None:
        return any(_is_clause(shape.draft.doc[i], inside) for i in inside)
    return subject.i in inside or subject.i in shape.draft.words


def _is_clause(verb: Token, inside: set[int]) -> bool:
    """Return whether a word is a verb that stands in a title with its own subject."""
    if not is_verb(verb):
        return False
    subject = subject_of(top_of_chain(verb))
    return subject is not None and subject.i in inside
