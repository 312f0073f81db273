"""People that an article names in full once, and by their last name from then on.

The recogniser looks at each sentence by itself, and takes "Lukin" for a town where "Pavle Lukin"
stood two lines above. What an article calls a person in full is one wherever it is named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span, Token

SEVERAL = 2  # sentences
FULL = 2  # words, at least, of a full name
_PLACE_TAGS = frozenset({"in", "near", "at"})


def full_names(docs: Iterable[Doc]) -> Mapping[str, str]:
    """Return full names by their last word, of those that only one person of the article has."""
    found: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        for entity in doc.ents:
            words = [t for t in entity if t.pos_ == "PROPN" and t.text[:1].isupper()]
            if entity.label_ == "PERSON" and len(words) >= FULL:
                found[words[-1].text].add(" ".join(t.text for t in words))
    return {last: min(names) for last, names in found.items() if len(names) == 1}


def protagonist(docs: Iterable[Doc], names: Mapping[str, str]) -> str | None:
    """Return the only person whom an article names in full, if several sentences speak of them."""
    if len(names) != 1:
        return None
    ((last, full),) = names.items()
    told = sum(any(token.text == last for token in doc) for doc in docs)
    return full if told >= SEVERAL else None


def recognise(docs: Iterable[Doc], names: Mapping[str, str]) -> None:
    """Mark the last names that stand alone as people."""
    for doc in docs:
        alone = [Span(doc, t.i, t.i + 1, label="PERSON") for t in doc if _is_last_name(t, names)]
        if alone:
            doc.set_ents(alone, default="unmodified")


def _is_last_name(token: Token, names: Mapping[str, str]) -> bool:
    if token.text not in names or token.ent_type_ == "PERSON":
        return False
    longer = token.ent_type_ and any(
        n.ent_type_ == token.ent_type_ and n.ent_iob_ == "I" for n in _around(token)
    )
    placed = token.dep_ == "pobj" and token.head.lower_ in _PLACE_TAGS
    return not longer and token.dep_ != "compound" and not placed


def _around(token: Token) -> Iterable[Token]:
    yield token
    if token.i + 1 < len(token.doc):
        yield token.doc[token.i + 1]
