"""Dates in an aside without a verb: "Lang, *mayor of Holt from 1990 to 1996*, was arrested".

Such a date says when somebody was what the aside says, and nothing of the verb of the sentence.
The title makes a sentence of it: "Lang was mayor of Holt".
"""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.grammar import NOUNS, is_verb, subject_of
from timeline.events.inflection import be_of
from timeline.events.nominal import joiners
from timeline.events.nouns import is_event_noun
from timeline.events.selection import Selection, after_comma
from timeline.events.shape import Shape, noun_words
from timeline.events.wording import Draft
from timeline.events.words import event_words

_DASHES = frozenset({"–", "—", "--"})
NEAR = 3  # words behind an aside within which its date stands
_SUPERLATIVE = frozenset({"JJS", "RBS"})


def aside_of(outer: Token, date: Sequence[Token]) -> Token | None:
    """Return the head of the aside that a date stands in, below any verb; None outside of one."""
    own = {t.i for t in date}
    token = outer
    while token.head.i != token.i and not is_verb(token):
        if token.i not in own and is_aside(token):
            return token
        before = next((c for c in token.children if is_aside(c)), None)
        if before is not None and token.i < before.i < outer.i == before.right_edge.i + 1:
            return before  # "Lang, *mayor* of Holt from 1990", which the parser hung on the name
        token = token.head
    return None


def is_aside(token: Token) -> bool:
    """Recognise the head of what a comma or dash sets apart behind a noun, and that is no event."""
    if not after_comma(token) or described_in(token) is None:
        return False
    if token.dep_ == "prep":
        return any(c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"} for c in token.children)
    times = event_words()("nouns", "holders")
    described = token.dep_ == "appos" and token.pos_ == "NOUN" and not token.ent_type_
    described = described and token.lemma_.lower() not in times
    measured = any(c.tag_ in _SUPERLATIVE or c.ent_type_ == "ORDINAL" for c in token.children)
    return described and not measured and not is_event_noun(token)


def described_in(token: Token) -> Token | None:
    """Return the noun that an aside describes: its head, or the subject it parts from the verb."""
    if token.head.pos_ in NOUNS:
        return token.head if token.head.i < token.i else None
    subject, after = subject_of(token.head), token.right_edge.i + 1
    if token.dep_ != "prep" or subject is None or not subject.i < token.i < token.head.i:
        return None
    around = {t.text for t in (token.nbor(-1), *token.doc[after : after + 1])}
    return subject if around <= _DASHES and subject.pos_ in NOUNS else None


def shape_of_aside(token: Token, leave_out: frozenset[int]) -> Shape:
    """Return the shape of "somebody was what the aside says"."""
    noun = described_in(token) or token.head
    others = frozenset(c.i for c in token.children if c.dep_ == "conj" and c.i > token.i)
    chosen = Selection(frozenset({token.i}), leave_out)
    said = sorted(chosen.below(token, others | joiners(token)))
    before = sorted(noun_words(noun, leave_out, token))
    first = said[0]
    since = event_words()("cues", "since")
    around = token.doc[token.i : token.right_edge.i + NEAR]
    lasting = any(t.lower_ in since and t.i in leave_out for t in around)
    several = be_of(noun) == "were"
    verb = ("have been" if several else "has been") if lasting else be_of(noun)
    text = token.doc[first].text if token.doc[first].pos_ == "PROPN" else token.doc[first].lower_
    return Shape(Draft(token.doc, [before, said], {first: f"{verb} {text}"}), token, noun)
