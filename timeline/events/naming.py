"""Nouns that name the event where the verb beside them says little: "a vote *held* in May".

The verb still tells the event (subject, status, title); the noun is its word.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.grammar import NOUNS, child, is_verb
from timeline.events.nouns import is_event_noun
from timeline.events.words import event_words

_BEFORE_NAME = frozenset({"DT", "PRP$", "POS", "JJ"})
_IN_NAME = frozenset({"ADJ", "NOUN", "PROPN"})


def named_by(verb: Token) -> Token | None:
    """Return the noun that names the event of a verb, where that says more than the verb."""
    if verb.dep_ in {"acl", "relcl"} and _says_when(verb):
        noun = verb.head
        return noun if noun.pos_ in NOUNS and is_event_noun(noun) else None
    return None


def _says_when(verb: Token) -> bool:
    """Recognise a clause that only says that its noun's event takes place.

    "talks *held* in May".
    """
    lemma = verb.lemma_.lower()
    words = event_words()
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and lemma in words("verbs", "holding")
    return lemma in words("verbs", "occurring")


def named_around(date: Sequence[Token]) -> Token | None:
    """Return the noun of a name that the date is a part of: "the 1959 trade *embargo*"."""
    doc, first, last = date[0].doc, date[0].i, date[-1].i
    if first == 0 or doc[first - 1].tag_ not in _BEFORE_NAME or date[0].pos_ == "ADP":
        return None
    end = last + 1
    while end < len(doc) and _is_of_name(doc[end]):
        end += 1
    noun = doc[end - 1] if end > last + 1 else None
    return noun if noun is not None and noun.pos_ in NOUNS and is_event_noun(noun) else None


def _is_of_name(token: Token) -> bool:
    return token.pos_ in _IN_NAME or token.text in {",", "-"}


def set_at(date: Sequence[Token]) -> Token | None:
    """Return the occasion right before a bare date: "said at a news *conference* Friday"."""
    first = date[0]
    if first.i == 0 or first.pos_ == "ADP":
        return None
    noun = first.doc[first.i - 1]
    cues = event_words()
    at = noun.dep_ == "pobj" and noun.head.lower_ in cues("cues", "occasion")
    names = is_event_noun(noun) and noun.lemma_.lower() not in cues("cues", "no_occasion")
    return noun if at and names else None


def flanked(date: Sequence[Token]) -> Token | None:
    """Return the noun whose phrase goes on behind the date.

    "the *attack* last year on a mosque".
    """
    doc, first, last = date[0].doc, date[0].i, date[-1].i
    if first == 0 or last + 1 >= len(doc):
        return None
    noun, behind = doc[first - 1], doc[last + 1]
    goes_on = behind.dep_ == "prep" and behind.lower_ not in {"than", "as"}
    goes_on = goes_on and behind.head.i in {noun.i, *range(first, last + 1)}
    return noun if goes_on and is_event_noun(noun) else None


def bounding(date: Sequence[Token]) -> Token | None:
    """Return the noun whose phrase the date ends.

    "left after the *collapse* of its bank in May".
    """
    doc, first = date[0].doc, date[0].i
    if first == 0 or any(t.head.i > date[-1].i for t in date):
        return None
    for noun in (doc[first - 1], *doc[first - 1].ancestors):
        if is_verb(noun):
            return None
        if noun.dep_ != "pobj" or noun.head.lower_ not in event_words()("cues", "bounding"):
            continue
        ends = max((t.i for t in noun.subtree if t.i < first), default=first) == first - 1
        return noun if ends and is_event_noun(noun) else None
    return None


def accounted(verb: Token, date: Sequence[Token]) -> Token | None:
    """Return what a period has, of which a report speaks: "reported a *loss* for the quarter".

    The day of the report would be another date; a quarter or a year is that of the loss.
    """
    words, thing = event_words(), child(verb, "dobj")
    if thing is None or verb.lemma_.lower() not in words("verbs", "accounting"):
        return None
    period = any(t.lemma_.lower() in words("cues", "periods") for t in date)
    return thing if period and thing.lemma_.lower() in words("nouns", "accounts") else None
