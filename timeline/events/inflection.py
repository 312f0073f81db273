"""The past tense of English verbs, for clauses that a title has to make finite.

"before *joining* the bank in 1999" is told as "She *joined* the bank". Irregular forms are the
closed list of the language's data; the rest follow the spelling of the participle in "-ing".
"""

from spacy.tokens import Token

from timeline.events.grammar import auxiliaries, is_infinitive, is_verb, top_of_chain
from timeline.events.words import event_words

_VOWELS = frozenset("aeiou")
_ING = "ing"


def past_of(verb: Token) -> str:
    """Return the past tense of a verb that stands in the text as a participle."""
    lemma, word = verb.lemma_.lower(), verb.lower_
    if verb.tag_ == "VBN":
        return event_words().past(lemma) or word
    irregular = event_words().past(lemma)
    if irregular is not None:
        return irregular
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    stem = word.removesuffix(_ING) if word.endswith(_ING) else lemma
    return f"{stem}ed"  # "stopping": "stopped"


def be_of(subject: Token) -> str:
    """Return "was" or "were", as the subject asks."""
    several = subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.children)
    return "were" if several or subject.lower_ in {"we", "you", "they"} else "was"


def finite(
    verb: Token, subject: Token, dates: frozenset[int]
) -> tuple[dict[int, str], frozenset[int]]:
    """Return what to write for the words of a clause without tense, and what to drop.

    "after *climbing* 7%", "before *being* elected", "*having* served", "*born* in Turin" become
    "climbed", "was elected", "served", "was born"; other clauses stay as they are.
    """
    if not _is_told(verb, dates):
        return {}, frozenset()
    helpers = {c.lower_: c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not helpers:
        if verb.tag_ == "VBG":
            return {verb.i: past_of(verb)}, frozenset()
        return {verb.i: f"{be_of(subject)} {verb.lower_}"}, frozenset()
    passive = helpers.get("being", helpers.get("been"))
    having = helpers.get("having")
    dropped = frozenset() if having is None else frozenset({having})
    if passive is not None:
        return {passive: be_of(subject)}, dropped
    if having is not None:
        return {verb.i: past_of(verb)}, dropped
    return {}, frozenset()


def _is_told(verb: Token, dates: frozenset[int]) -> bool:
    """Return whether a clause in "-ing" or "-ed" tells what its subject did."""
    if verb.tag_ not in {"VBG", "VBN"} or any(c.dep_ == "neg" for c in verb.children):
        return False
    above = next((t for t in verb.ancestors if is_verb(t)), None)
    if above is not None and _is_open(above):
        return False  # "will resign after *losing* the vote": nobody has lost it yet
    if verb.dep_ == "acl":  # "the company, *having lost* its licence"
        return any(c.lower_ == "having" for c in verb.children)
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in event_words()("titles", "told_after")
    if verb.dep_ != "advcl" or any(c.dep_ == "mark" for c in verb.children):
        return False
    if verb.i < verb.head.i:
        return True
    if verb.tag_ == "VBN":
        return False  # "the film, *shot* in 1977", which hangs on a verb before it
    inside = {t.i for t in verb.subtree}  # "moved there in 1929, *opening* a bakery in 1932"
    return any(t.i in dates and t.i not in inside for t in verb.head.subtree)


def _is_open(verb: Token) -> bool:
    """Return whether what a verb says is still to come, or only wanted."""
    helpers = auxiliaries(top_of_chain(verb))
    return is_infinitive(verb) or any(t.tag_ == "MD" for t in helpers)
