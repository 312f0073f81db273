"""Noun phrases that tell an event: "Attack on the embassy", "Series of strikes"."""

from spacy.tokens import Token

from timeline.events.grammar import is_verb
from timeline.events.words import event_words


def joiners(noun: Token) -> frozenset[int]:
    """Return the "and" before what is joined to a noun."""
    return frozenset(c.i for c in noun.children if c.dep_ in {"cc", "preconj"})


def stranded_complements(noun: Token, leave_out: frozenset[int]) -> set[int]:
    """Words that the parser hung on the date, though they tell of the noun before it."""
    found: set[int] = set()
    for token in noun.subtree:
        if token.i in leave_out:
            for c in token.children:
                if c.i not in leave_out and c.dep_ == "prep" and c.i > token.i:
                    found |= {t.i for t in c.subtree} - leave_out
    return found


def holder_of(noun: Token, leave_out: frozenset[int]) -> Token:
    """Climb to "series" in "a series of attacks"."""
    words = event_words()
    above = noun.head.head
    held = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.i not in leave_out
    if held and above.lemma_.lower() in words("nouns", "holders") and above.pos_ == "NOUN":
        return above
    return noun


def governor_of(noun: Token) -> Token | None:
    """Return the verb whose clause tells of a bare noun's event."""
    reporting = event_words()("verbs", "reporting")
    for above in noun.ancestors:
        if is_verb(above):
            plain = above.lemma_.lower() not in reporting or noun.dep_ in {
                "nsubj",
                "nsubjpass",
                "dobj",
            }
            return above if plain else None
    return None


def without_determiner(noun: Token, words: set[int]) -> set[int]:
    """Drop the article a headline does without."""
    first = min(words, default=noun.i)
    if noun.doc[first].dep_ == "det" and noun.doc[first].lower_ not in {"no", "neither"}:
        return words - {first}
    return words
