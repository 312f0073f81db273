"""What the rules for an event's status look at: its verbs, and those they hang on."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.grammar import (
    NOUNS,
    auxiliaries,
    chain,
    is_beside,
    is_infinitive,
    is_predicate,
    is_verb,
    subject_of,
    top_of_chain,
)
from timeline.events.words import event_words
from timeline.model.event import Status
from timeline.model.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Evidence:
    """A status and the word that shows it; None where nothing but the plain past does."""

    status: Status
    word: Token | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: the event word, its verbs from the top down, verbs above them.

    `dates` are the indexes of date words, which show no status: the parser takes "12 May:" for a
    modal.
    """

    trigger: Token
    verbs: tuple[Token, ...]
    above: tuple[Token, ...]
    expression: TimeExpression
    dates: frozenset[int] = frozenset()

    @property
    def top(self) -> Token | None:
        """The verb that carries tense and subject."""
        return self.verbs[0] if self.verbs else None

    def cue(self, name: str) -> Token | None:
        """Find an auxiliary or adverb of the event's verbs in a word set of cues."""
        words = event_words()("cues", name)
        for verb in self.verbs:
            for token in (*auxiliaries(verb), *verb.children):
                adverb = token.dep_ in {"aux", "auxpass", "advmod", "neg", "dep"}
                month = token.dep_ == "aux" and token.i in self.dates  # "12 May 2017: a crane fell"
                if adverb and token.lower_ in words and not month:
                    return token
        return None


def scene_of(
    trigger: Token, expression: TimeExpression, dates: frozenset[int] = frozenset()
) -> Scene:
    """Gather the verbs of an event: its own, or those of the verb that holds its noun."""
    if trigger.pos_ in NOUNS and not is_predicate(trigger):
        carrier = _carrier(trigger)
        if carrier is None:
            return Scene(trigger, (), (), expression, dates)
        top = top_of_chain(carrier)
        return Scene(trigger, chain(top, carrier), governors(top), expression, dates)
    verb = trigger.head if is_predicate(trigger) else trigger
    top = top_of_chain(verb)
    return Scene(trigger, chain(top, verb), governors(top), expression, dates)


def _carrier(noun: Token) -> Token | None:
    """Return the verb that says of a noun's event that it takes place ("will *hold* a meeting")."""
    verb = noun.head
    if not is_verb(verb) or noun.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return None
    words = event_words()
    holding = verb.lemma_.lower() in words("verbs", "light") | words("verbs", "planning")
    cancelling = verb.lemma_.lower() in words("verbs", "cancelling") | words("verbs", "denying")
    return verb if holding or cancelling else None


def governors(top: Token) -> tuple[Token, ...]:
    """Return the verbs above that hold the clause as their complement, nearest first."""
    found: list[Token] = []
    token = top
    while token.dep_ in {"ccomp", "xcomp", "pcomp", "acl", "conj"} and token.head.i != token.i:
        if is_beside(token):
            break
        subjectless = subject_of(token) is None
        above = token.head
        if token.dep_ == "pcomp" and above.head.i != above.i:
            above = above.head
        if token.dep_ == "acl" and _holds_claim(token):
            found.append(above.head)
            break
        if token.dep_ != "conj" and (token.dep_ != "acl" or is_infinitive(token)):
            found.append(above)
        elif token.dep_ == "acl" or (
            token.dep_ == "conj" and not subjectless and not is_verb(above)
        ):
            break
        token = above
    return tuple(found)


def _holds_claim(clause: Token) -> bool:
    """Recognise "denied *reports that* it had lost".

    Where the verb over the noun says if it is so.
    """
    noun = clause.head
    claims = noun.lemma_.lower() in event_words()("nouns", "claims")
    return claims and noun.dep_ == "dobj" and any(c.dep_ == "mark" for c in clause.children)


def lemma_in(tokens: Iterable[Token], name: str) -> Token | None:
    """Find the first token whose lemma stands in a word set of verbs."""
    words = event_words()("verbs", name)
    return next((t for t in tokens if t.lemma_.lower() in words), None)


def modifier_in(noun: Token, name: str) -> Token | None:
    """Find a modifier of a noun in a word set of cues."""
    words = event_words()("cues", name)
    below = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod", "acl"})
    return next((c for c in below if c.lower_ in words), None)


def reported_in_past(scene: Scene) -> Token | None:
    """Find the past verb that the event's clause hangs on."""
    return next((v for v in scene.above if v.tag_ in {"VBD", "VBN"}), None)
