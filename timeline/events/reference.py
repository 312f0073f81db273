"""Whom a pronoun means, where the text makes it plain: the subject before it that agrees with it.

"Plain" is narrow on purpose: only one name or short noun phrase of the pronoun's kind stands
before it. Where two could be meant the pronoun stays.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.events.grammar import NOUNS, SUBJECTS
from timeline.events.selection import Selection, bracketed
from timeline.events.words import event_words

LONGEST_NAME = 45
_POSSESSIVES = frozenset({"PRP$"})
_PLACES_AND_PEOPLES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "MONEY"})


def pronoun_kind(token: Token) -> str | None:
    """Name the kind of a pronoun of the third person: person, thing, group."""
    if token.tag_ not in {"PRP", "PRP$"}:
        return None
    words = event_words()
    kinds = ("person", "thing", "group")
    return next((kind for kind in kinds if token.lower_ in words("pronouns", kind)), None)


def is_expletive(token: Token) -> bool:
    """Recognise the "it" of "it is said that", which means nobody."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    clause = any(c.dep_ in {"ccomp", "csubj", "csubjpass", "xcomp"} for c in verb.children)
    return token.dep_ == "expl" or (clause and (verb.lemma_ == "be" or token.dep_ == "nsubjpass"))


def needs_name(pronoun: Token) -> bool:
    """Recognise a pronoun that a title cannot explain itself.

    A subject, or "its" before any subject.
    """
    if pronoun.dep_ in SUBJECTS:
        return not is_expletive(pronoun)
    return pronoun.dep_ == "poss" and not any(
        t.dep_ in SUBJECTS and t.pos_ in NOUNS for t in pronoun.doc[: pronoun.i]
    )


def antecedent(pronoun: Token, before: Sequence[Doc]) -> str | None:
    """Return what a pronoun stands for, as the text names it; None where that is not plain.

    `before` are the sentences before it in its paragraph, nearest first. A person is named where
    the text around names only one; a thing where it is the one subject of the same sentence that
    it can be; several people or things never: the nearest name is right for "they" in one case of
    three (ECB+).
    """
    kind = pronoun_kind(pronoun)
    if kind not in {"person", "thing"} or is_expletive(pronoun):
        return None
    here = [t for t in reversed(pronoun.doc[: pronoun.i]) if _comes_before(t, pronoun)]
    if kind == "thing":
        subject = _subject_among(kind, here)
        return _checked(subject) if subject is not None else None
    around = [*here, *(t for doc in before for t in reversed(list(doc)))]
    people = [t for t in around if _agrees(kind, t)]
    if len({_last_word(t) for t in people}) != 1:
        return None
    subject = next((t for t in people if t.dep_ in SUBJECTS), None)
    if subject is None or _is_quoted_speaker(subject, pronoun):
        return None
    return _checked(max(people, key=lambda t: len(_name(t))))


def likely_antecedent(pronoun: Token, before: Sequence[Doc]) -> str | None:
    """Return whom "he" or "she" probably means: the nearest subject of a person before it.

    That is right for two in three (ECB+), so it is only offered beside the words of the text.
    """
    if pronoun_kind(pronoun) != "person":
        return None
    here = [t for t in reversed(pronoun.doc[: pronoun.i]) if _comes_before(t, pronoun)]
    around = [*here, *(t for doc in before for t in reversed(list(doc)))]
    subjects = (t for t in around if t.dep_ in SUBJECTS and _agrees("person", t))
    return next((name for t in subjects if (name := _checked(t)) is not None), None)


def _last_word(token: Token) -> str:
    """Return the word that a person is called by later: "Reed" of "Ada Reed"."""
    return _name(token).rsplit(" ", 1)[-1].lower().removesuffix("’s").removesuffix("'s")


def _comes_before(token: Token, pronoun: Token) -> bool:
    """A clause's own other members are not what its pronoun means."""
    return token.head.i != pronoun.head.i or token.dep_ in SUBJECTS


def _subject_among(kind: str, tokens: Sequence[Token]) -> Token | None:
    """Return the subject that fits, where it is the only one of its kind."""
    subjects = [t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in NOUNS]
    fitting = [t for t in subjects if _agrees(kind, t)]
    others = [t for t in subjects if kind == "thing" and _is_singular(t) and t not in fitting]
    if not fitting or len({_name(t) for t in fitting}) > 1:
        return None
    return (
        None if any(t.i > fitting[0].i and t.ent_type_ != "PERSON" for t in others) else fitting[0]
    )


def _is_singular(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} and not any(c.dep_ == "conj" for c in token.children)


def _is_quoted_speaker(subject: Token, pronoun: Token) -> bool:
    """The speaker of a quotation ("..., said Jones") is most often not who is spoken of next."""
    reporting = event_words()("verbs", "reporting")
    speaks = subject.head.lemma_.lower() in reporting
    goes_on = pronoun.head.lemma_.lower() in reporting
    return speaks and subject.i > subject.head.i and not goes_on


def _checked(token: Token) -> str | None:
    name = _name(token)
    plain = name and len(name) <= LONGEST_NAME and not any(c.isdigit() for c in name)
    return name if plain else None


def _agrees(kind: str, token: Token) -> bool:
    if token.pos_ not in NOUNS or token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return False
    owner = token.dep_ == "poss" and kind == "person" and token.ent_type_ == "PERSON"
    if token.dep_ in {"compound", "appos", "npadvmod", "nmod", "poss"} and not owner:
        return False
    plural = not _is_singular(token)
    match kind:
        case "person":
            return not plural and _may_be_person(token)
        case "group":
            return plural and token.ent_type_ != "GPE"
        case _:
            return not plural and token.ent_type_ != "PERSON" and _is_actor(token)


def _may_be_person(token: Token) -> bool:
    words = event_words()
    if token.lemma_.lower() in words("pronouns", "titles"):
        of_one = (c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det")
        return token.pos_ == "PROPN" or any(of_one)  # "the minister", not "any minister"
    if token.lemma_.lower() in words("pronouns", "groups"):
        return False
    if token.ent_type_ == "PERSON":
        return not token.text.isupper()
    # the recogniser takes rare surnames for organisations, but then for one word on its own
    named = token.pos_ == "PROPN" and token.ent_type_ not in _PLACES_AND_PEOPLES
    lone = not any(c.dep_ in {"det", "compound", "conj"} for c in token.children)
    return named and lone and token.text.istitle() and token.dep_ in {"nsubj", "nsubjpass", "dobj"}


def _is_actor(token: Token) -> bool:
    words = event_words()
    named = token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "GPE", "NORP"}
    return named or token.lemma_.lower() in words("pronouns", "groups")


def _name(token: Token) -> str:
    """The noun phrase without what only adds to it; a person by name alone."""
    named = next(
        (c for c in token.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), token
    )
    entity = next(
        (e for e in token.doc.ents if e.label_ == "PERSON" and e.start <= named.i < e.end), None
    )
    if entity is not None:
        text = entity.text
    else:
        asides = frozenset(c.i for c in token.children if _only_adds(c))
        kept = Selection(frozenset(), bracketed(token.doc)).below(token, asides)
        text = "".join(t.text_with_ws for t in _in_order(token.doc, kept)).strip()
    text = text.strip(" ,;:–—-")
    return text[4:] if text.startswith("The ") and text[4:].isupper() else text


def _only_adds(child: Token) -> bool:
    if child.head.pos_ == "PROPN" and child.dep_ in {"amod", "nummod", "nmod"}:
        return child.i < child.head.i
    return child.dep_ in {"appos", "relcl", "acl"} or (
        child.dep_ == "prep" and child.lower_ != "of"
    )


def _in_order(doc: Doc, indexes: set[int]) -> Iterator[Token]:
    for i in sorted(indexes):
        if doc[i].is_punct and (i - 1 not in indexes or i + 1 not in indexes):
            continue
        yield doc[i]


def resolved_words(
    indexes: Iterable[int],
    doc: Doc,
    subject: Token | None,
    name_of: Callable[[Token], str | None],
) -> dict[int, str]:
    """Return what to write for the pronouns among a title's words; `name_of` tells whom they mean.

    A possessive or object that comes after the title's subject most often means that subject,
    which stands there already.
    """
    found: dict[int, str] = {}
    ordered = sorted(indexes)
    for i in ordered:
        token = doc[i]
        if pronoun_kind(token) is None:
            continue
        if subject is not None and i > subject.i:
            continue
        name = name_of(token)
        if name is None:
            continue
        if i != ordered[0]:
            name = _within_a_line(name)
        found[i] = _possessive(name) if token.tag_ in _POSSESSIVES else name
    return found


def _within_a_line(name: str) -> str:
    """Write "The bank" as it stands within a line."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} and rest else name


def _possessive(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")
