"""Which nouns name events."""

from spacy.tokens import Token

from timeline.events.words import event_words

SHORTEST_DERIVED = 6


def is_event_noun(token: Token) -> bool:
    """Return whether a noun names an event: by the lexicon, else by how it is derived."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in {"DATE", "TIME", "PERSON"}:
        return False
    words = event_words()
    lemma = token.lemma_.lower()
    if lemma in words.event_nouns:
        return True
    if token.pos_ == "PROPN" or lemma in words("nouns", "no_event"):
        return False
    derived = any(lemma.endswith(ending) for ending in words("nouns", "endings"))
    return derived and len(lemma) >= SHORTEST_DERIVED
