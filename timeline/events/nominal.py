"""Noun phrases that tell an event: "Attack on the embassy", "Series of strikes"."""

from spacy.tokens import Token

from timeline.events.grammar import auxiliaries, child, is_infinitive, is_passive, is_verb
from timeline.events.selection import Selection, after_comma
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


def identifying_clause(noun: Token, chosen: Selection) -> set[int]:
    """Return the clause that says which: "the crash *that killed 228*"."""
    found: set[int] = set()
    for c in noun.children:
        if c.dep_ == "relcl" and not after_comma(c):
            found |= chosen.below(c)
    return found


def in_clause(noun: Token, verb: Token) -> bool:
    """Return whether a noun's date is that of its clause: as subject, or "during the *vote*"."""
    if noun.head.i == verb.i:
        future = any(c.tag_ == "MD" for c in verb.children)
        return noun.dep_ in {"nsubj", "nsubjpass"} or (noun.dep_ == "dobj" and future)
    at = noun.dep_ == "pobj" and noun.head.lower_ in event_words()("cues", "occasion")
    return at and noun.head.head.i == verb.i


def is_foreseen(noun: Token, verb: Token) -> bool:
    """Recognise what may or will come of something: "was likely *to cause an epidemic*"."""
    if noun.dep_ != "dobj" or noun.head.i != verb.i:
        return False
    return is_infinitive(verb) or any(c.tag_ == "MD" for c in verb.children)


def opens_clause(noun: Token, verb: Token, leave_out: frozenset[int]) -> bool:
    """Recognise what an event did, in a clause without a date: "the *blast* on Friday killed six".

    What was done about it later is another matter: "the attack in 2011 was never investigated".
    """
    if noun.dep_ != "nsubj" or noun.head.i != verb.i or verb.lemma_ == "be" or is_passive(verb):
        return False
    past = verb.tag_ == "VBD" or any(a.lower_ == "had" for a in auxiliaries(verb))
    if not past or child(verb, "neg"):
        return False
    under = {t.i for t in noun.subtree}
    return not any(t.i in leave_out and t.i not in under for t in verb.subtree)


def takes_part(noun: Token) -> bool:
    """Return whether the clause of a noun speaks of that noun's event itself."""
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return True
    verb = noun.head.lemma_.lower()
    return noun.dep_ == "dobj" and verb in event_words()("verbs", "carrying")
