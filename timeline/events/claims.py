"""What is told as somebody's word, and so need not be so: claims, accusations, accounts of a party.

What the police or a ministry say is told as a fact by the text that quotes them; what a party to a
dispute says of another, and an army of its own battles, is not.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from timeline.events.attribution import speaker_of
from timeline.events.grammar import NOUNS, chain, child, is_verb, subject_of, top_of_chain
from timeline.events.scene import Scene, governors
from timeline.events.words import event_words

_HELD = frozenset({"acl", "ccomp", "appos"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_OWN = frozenset({"it", "they", "we", "i"})


def claimed(scene: Scene) -> Token | None:
    """Return the word that shows that an event is told as somebody's word."""
    scene = _with_clause(scene)
    return _held_by_claim(scene) or _by_claim(scene) or _told_by_party(scene) or _disputed(scene)


def _with_clause(scene: Scene) -> Scene:
    """Take the clause around a noun that is new to the reader: "nine warnings went unanswered".

    What "the disaster" was is known already, whoever speaks of it.
    """
    noun = scene.trigger
    if scene.verbs or any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in noun.children):
        return scene
    verb = next((t for t in noun.ancestors if is_verb(t)), None)
    if verb is None:
        return scene
    top = top_of_chain(verb)
    return replace(scene, verbs=chain(top, verb), above=governors(top))


def _held_by_claim(scene: Scene) -> Token | None:
    """Find a noun that holds what need not be so: "the allegation that", "no evidence that"."""
    nouns = event_words()
    token = scene.top or scene.trigger
    while token.head.i != token.i:
        above = token.head
        held = token.dep_ in _HELD or (token.dep_ == "relcl" and child(token, "mark") is not None)
        if held and above.pos_ in NOUNS:
            lemma = above.lemma_.lower()
            if lemma in nouns("nouns", "contested"):
                return above
            if lemma in nouns("nouns", "proof") and _lacking(above):
                return above
        if token.dep_ not in _HELD | {"conj", "xcomp"} and not held:
            return None
        token = above
    return None


def _lacking(noun: Token) -> bool:
    negative = event_words()("cues", "negative")
    beside = (*noun.children, *noun.head.children, noun.head)
    return any(word.lower_ in negative or word.lower_ == "without" for word in beside)


def _by_claim(scene: Scene) -> Token | None:
    """Find the claim of somebody with a side in it: "Norland claimed that", "claimed to have"."""
    words = event_words()
    for verb in (*scene.above, *scene.verbs[:-1]):
        if verb.lemma_.lower() in words("verbs", "claiming"):
            speaker = speaker_of(verb)
            if speaker is None or speaker.lemma_.lower() not in words("nouns", "sources"):
                return verb
    return None


def _told_by_party(scene: Scene) -> Token | None:
    words = event_words()
    for verb in _sayings(scene):
        speaker = speaker_of(verb)
        if speaker is None:
            continue
        lemma = speaker.lemma_.lower()
        own = _of_itself(scene)
        if lemma in words("nouns", "parties") and not own:
            return verb
        if lemma in words("nouns", "forces") and own:
            return verb
    return None


def _of_itself(scene: Scene) -> bool:
    """Return whether the speaker tells of its own deed: "the army said it had"."""
    subject = subject_of(scene.top) if scene.top is not None else None
    return subject is not None and subject.lower_ in _OWN


def _disputed(scene: Scene) -> Token | None:
    """Find the verb by which somebody else disputes what is said: "which the regulator denies"."""
    words = event_words()("verbs", "disputing")
    sayings = tuple(_sayings(scene))
    if not sayings:
        return None
    told = {token.i for token in (*scene.verbs, *scene.above, scene.trigger)}
    for token in sayings[-1].sent:
        other = token.i not in told and token.dep_ != "conj"
        if other and token.lemma_.lower() in words and subject_of(token) is not None:
            return token
    return None


def _sayings(scene: Scene) -> Iterator[Token]:
    words = event_words()
    reporting = words("verbs", "reporting") - words("verbs", "knowing")
    return (verb for verb in scene.above if verb.lemma_.lower() in reporting)
