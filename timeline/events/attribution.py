"""Who says so: the speaker, organisation or document that the text gives for an event."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from timeline.events.grammar import is_passive, is_verb, subject_of
from timeline.events.selection import Selection, bracketed
from timeline.events.words import event_words

Namer = Callable[[Token], str | None]
LONGEST_SOURCE = 80
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "pcomp", "conj", "parataxis"})


def attribution_of(
    trigger: Token, name_pronoun: Namer, leave_out: frozenset[int] = frozenset()
) -> str | None:
    """Return the source of the claim in the words of the text.

    None where the article says it itself.

    `name_pronoun` gives what a pronoun ("it added") stands for; `leave_out` are dates.
    """
    speaker = _reporting_subject(trigger) or _according(trigger)
    if speaker is None:
        return None
    if speaker.tag_ == "PRP":
        return name_pronoun(speaker) or speaker.text
    return _text(speaker, leave_out)


def _reporting_subject(trigger: Token) -> Token | None:
    reporting = event_words()("verbs", "reporting") - event_words()("verbs", "knowing")
    token = trigger
    while token.head.i != token.i:
        above = token.head
        held = _is_complement(token, above)
        if held and is_verb(above) and above.lemma_.lower() in reporting and above.i != trigger.i:
            speaker = speaker_of(above)
            if speaker is None or speaker.lower_ not in event_words()("pronouns", "speaker"):
                return speaker
        if token.dep_ == "ROOT":
            return None
        token = above
    return _inserted(trigger)


def _is_complement(token: Token, above: Token) -> bool:
    if token.dep_ in {"ccomp", "parataxis"}:
        return True
    return token.dep_ == "xcomp" and is_passive(above) and subject_of(token) is None


def speaker_of(verb: Token) -> Token | None:
    """Return who says what a verb of saying tells."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    if is_passive(verb):
        return None
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"conj", "xcomp", "advcl", "acl"}:
        subject = verb.head if verb.dep_ == "acl" else subject_of(verb.head)
    return (
        subject if subject is not None and subject.lower_ not in {"which", "that", "who"} else None
    )


def _inserted(trigger: Token) -> Token | None:
    """Return the speaker of a saying set within the clause: ", the ministry said,"."""
    reporting = event_words()("verbs", "reporting")
    for token in (trigger, *trigger.ancestors):
        for c in token.children:
            if c.dep_ == "parataxis" and c.lemma_.lower() in reporting and c.i != trigger.i:
                return speaker_of(c)
    return None


def _according(trigger: Token) -> Token | None:
    words = event_words()("cues", "according")
    sentence: Iterable[Token] = trigger.sent
    for token in sentence:
        if token.lower_ in words and token.dep_ in {"prep", "advcl", "mark", "dep", "pcomp"}:
            named = [t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i]
            if named:
                return named[0]
    return None


def _text(noun: Token, leave_out: frozenset[int]) -> str | None:
    asides = frozenset(
        c.i for c in noun.children if c.dep_ in {"relcl", "acl", "appos"} and c.i > noun.i
    )
    kept = Selection(frozenset(), bracketed(noun.doc) | leave_out).below(noun, asides)
    if len(kept) > 1 and noun.dep_ != "conj":
        kept = _contiguous(noun.i, kept)
    text = noun.doc[min(kept) : max(kept) + 1].text.strip(" ,;:–—-") if kept else ""
    return text if text and len(text) <= LONGEST_SOURCE else noun.text


def _contiguous(middle: int, kept: set[int]) -> set[int]:
    """The run of tokens around the noun, so that the source is a quotation of the text."""
    first = last = middle
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return set(range(first, last + 1))
