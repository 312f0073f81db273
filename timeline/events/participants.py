"""Who takes part in an event, and where: names among the words of its clause."""

from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from timeline.events.nouns import is_event_noun
from timeline.events.words import event_words

_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_ASIDE = frozenset({"appos", "npadvmod", "advmod"})
_MARKS = " ,;:–—-'’\"“”()"


def participants(
    trigger: Token,
    clause: Collection[int],
    leave_out: Collection[int],
    resolved: Iterable[str],
    *,
    hit: bool = False,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return actors and places of a clause in the order of the text, each once.

    `clause` holds the indexes of the clause's tokens, `leave_out` those of dates, `resolved` the
    names that stand for its pronouns; what a disaster has `hit` is a place.
    """
    doc = trigger.doc
    chosen = {i for i in clause if i not in leave_out} - _in_other_clauses(trigger, clause)
    actors = dict.fromkeys(_clean(name) for name in resolved if _is_name(name))
    places: dict[str, None] = {}
    for part in sorted([*_entities(doc, chosen), *_unrecognised(doc, chosen)], key=_start):
        if _is_place(part) or (hit and part.root.head.i == trigger.i and part.root.dep_ == "dobj"):
            places.setdefault(_clean(part.text))
        elif not part.label_ or _is_actor(part):
            actors.setdefault(_clean(part.text))
    return tuple(a for a in actors if a), tuple(p for p in places if p and p not in actors)


def _start(part: Words) -> int:
    return part.start


def _in_other_clauses(trigger: Token, clause: Collection[int]) -> set[int]:
    """Those of a relative clause take part in something else, unless it tells the event."""
    above = {t.i for t in trigger.ancestors} | {trigger.i}
    clauses = (trigger.doc[i] for i in clause if trigger.doc[i].dep_ == "relcl")
    return {t.i for top in clauses if top.i not in above for t in top.subtree}


def _entities(doc: Doc, chosen: Collection[int]) -> Iterable[Words]:
    for entity in doc.ents:
        inside = all(t.i in chosen or t.dep_ in {"det", "case", "punct"} for t in entity)
        named = any(t.pos_ == "PROPN" or t.ent_type_ == "NORP" for t in entity)
        if inside and named and any(c.isalpha() for c in entity.text):
            yield entity


def _is_place(entity: Words) -> bool:
    words = event_words()
    root = _first_of_list(entity.root)
    if entity.label_ not in words("participants", "places"):
        return entity.label_ in {"", "ORG"} and _is_located_in(root)
    if root.dep_ == "pobj":
        preposition = root.head
        above = preposition.head.head  # "at the port of Beirut"
        if preposition.lower_ == "of" and preposition.head.dep_ == "pobj":
            preposition = above
        return preposition.lower_ in words("participants", "place_prepositions")
    if root.dep_ == "dobj" and root.head.lemma_.lower() in words("participants", "motion"):
        return True
    if root.dep_ in _MODIFIERS:
        return is_event_noun(_phrase_head(root))
    return root.dep_ in _ASIDE or entity.label_ != "GPE"


def _is_located_in(root: Token) -> bool:
    """Recognise a town that the recogniser took for an organisation: "in Lyon", not "in the UN"."""
    located = event_words()("participants", "located")
    if root.dep_ != "pobj" or root.head.lower_ not in located:
        return False
    bare = not any(c.dep_ in {"det", "poss"} for c in root.children)
    return bare and root.pos_ == "PROPN" and root.text.istitle()


def _is_actor(entity: Words) -> bool:
    """Distinguish who acts from what only modifies.

    "Chinese" in "Chinese targets", "UN" in "UN chief".
    """
    label, root = entity.label_, entity.root
    if label not in event_words()("participants", "actors"):
        return False
    if label == "PERSON" and any(c.dep_ == "det" for c in root.children):
        return False  # "the Embassy" is nobody
    if root.dep_ not in _MODIFIERS:
        return True
    head = _phrase_head(root)
    if head.pos_ != "NOUN" or root.dep_ != "compound":
        return False
    return label == "ORG" or (label == "GPE" and head.dep_ in {"nsubj", "nsubjpass"})


def _first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _phrase_head(token: Token) -> Token:
    while token.dep_ in _MODIFIERS and token.head.i != token.i:
        token = token.head
    return token


def _unrecognised(doc: Doc, chosen: Collection[int]) -> Iterable[Words]:
    """Proper names as subjects and towns that the recogniser passed over."""
    for i in sorted(chosen):
        token = doc[i]
        wanted = token.dep_ in {"nsubj", "nsubjpass"} or _is_located_in(token)
        if token.pos_ == "PROPN" and not token.ent_type_ and wanted:
            yield _proper_run(token)


def _proper_run(token: Token) -> Words:
    first = token.i
    while first > 0 and token.doc[first - 1].head.i in range(first, token.i + 1):
        before = token.doc[first - 1]
        if before.dep_ not in {"compound", "punct"} or before.text in {",", ";", ":"}:
            break
        first -= 1
    return token.doc[first : token.i + 1]


def _is_name(text: str) -> bool:
    _, _, rest = text.partition(" ")
    return (rest or text)[:1].isupper()


def _clean(name: str) -> str:
    name = name.strip(_MARKS)
    for ending in ("’s", "'s"):
        name = name.removesuffix(ending)
    first, _, rest = name.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else name
