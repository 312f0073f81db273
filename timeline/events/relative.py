"""Titles from relative clauses: the antecedent takes the place of "which", "who", "where"."""

from spacy.tokens import Token

from timeline.events.grammar import (
    NOUNS,
    RELATIVE_TAGS,
    agrees,
    child,
    is_passive,
    is_verb,
    subject_of,
)
from timeline.events.nouns import is_event_noun
from timeline.events.selection import after_comma
from timeline.events.shape import Shape, noun_words, selection_for
from timeline.events.wording import Draft
from timeline.events.words import event_words

_NO_PERSON = frozenset({"GPE", "ORG", "LOC", "FAC", "NORP"})


def relative(top: Token, leave_out: frozenset[int], keep: frozenset[int] = frozenset()) -> Shape:
    """Return the shape of a relative clause by the part its pronoun plays."""
    antecedent = antecedent_of(top)
    chosen = selection_for(top, leave_out, keep)
    words = chosen.below(top)
    noun = sorted(noun_words(antecedent, leave_out, top))
    pronoun = next(
        (
            t
            for t in top.subtree
            if t.tag_ in RELATIVE_TAGS
            or (t.lower_ == "that" and t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"})
        ),
        None,
    )
    subject = subject_of(top)
    if pronoun is None:
        return _object_gap(top, subject, words, noun)
    if subject is not None and pronoun.i == subject.i:
        rest = sorted(words - {pronoun.i})
        return Shape(Draft(top.doc, [noun, rest]), top, antecedent)
    if pronoun.tag_ == "WP$":
        return _whose(top, subject, pronoun, words, noun)
    return _oblique(top, subject, pronoun, words, noun)


def antecedent_of(top: Token, verb: Token | None = None) -> Token:
    """Return the noun a relative clause speaks of: of its number, and "who" is nobody's town.

    The parser often takes the nearest name for it ("people sent to Boston who had ...", "a harbour
    off the island of Djerba that was built"); the noun meant is among those above, short of the
    verb that they are subject or object of. What begins, lasts or ends is an event: "the *trial* of
    two bankers, which opened". `verb` is a further one of the clause, which has to agree, too.
    """
    subject, noun = subject_of(top), top.head
    if subject is None or (subject.tag_ not in RELATIVE_TAGS and subject.lower_ != "that"):
        return noun
    fitting = []
    for above in (noun, *noun.ancestors):
        if above.pos_ == "VERB" and above.dep_ != "acl":
            break
        if above.pos_ in NOUNS and _fits(above, top, subject):
            fitting.append(above)
    if verb is not None:
        fitting = [n for n in fitting if agrees(verb, n)] or fitting
    words = event_words()
    goes_on = (verb or top).lemma_.lower() in words("verbs", "taking_place")
    events = [n for n in fitting if goes_on and is_event_noun(n)]
    return next(iter(events or fitting), noun)


def _fits(noun: Token, top: Token, subject: Token) -> bool:
    """Return whether a noun can be what the clause speaks of."""
    if subject.lower_ == "who" and noun.ent_type_ in _NO_PERSON:
        return False
    if subject.lower_ == "that" and not after_comma(top) and _is_named(noun, top):
        return False
    verb = next((c for c in top.children if c.dep_ in {"aux", "auxpass"}), top)
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return noun.tag_ != "NNS"
    several = verb.lower_ == "were" or verb.tag_ == "VBP"
    joined = any(c.dep_ == "conj" for c in noun.children)
    return not several or noun.tag_ != "NN" or joined or _is_group(noun)


def _is_group(noun: Token) -> bool:
    words = event_words()
    lemma = noun.lemma_.lower()
    return lemma in words("pronouns", "groups") or lemma in words("nouns", "holders")


def _is_named(noun: Token, top: Token) -> bool:
    """Recognise a name, which no clause without comma tells apart: "the island of Djerba"."""
    before = [t for t in noun.subtree if t.i < top.left_edge.i]
    name = noun.pos_ == "PROPN" or any(t.pos_ == "PROPN" and t.dep_ == "pobj" for t in before)
    return name and any(c.lower_ == "the" for c in noun.children)


def _object_gap(top: Token, subject: Token | None, words: set[int], noun: list[int]) -> Shape:
    gap = child(top, "dobj", "attr") is None and not _is_time(top.head)
    blocks = _around_object(top, words, noun) if gap else [sorted(words)]
    return Shape(Draft(top.doc, blocks), top, subject, complete=subject is not None)


def object_of_first(verb: Token) -> Token | None:
    """Return the object that a further verb shares: "the *bill*, which A passed and B *signed*"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "relcl" or child(verb, "dobj", "ccomp") is not None:
        return None
    gap = next((c for c in first.children if c.dep_ == "dobj" and c.tag_ in RELATIVE_TAGS), None)
    return first.head if gap is not None and subject_of(verb) is not None else None


def _around_object(top: Token, words: set[int], noun: list[int]) -> list[list[int]]:
    """Put an object behind its verb: "measures it has *taken* to fight", "it wants to *take*"."""
    verb = top
    while (inner := child(verb, "xcomp")) is not None and is_verb(inner) and not is_passive(inner):
        verb = inner
    last = max([verb.i, *(c.i for c in verb.children if c.dep_ == "prt")])
    before = sorted(i for i in words if i <= last)
    return [before, noun, sorted(i for i in words if i > last)]


def _is_time(noun: Token) -> bool:
    """Recognise "the first time that women voted", where nothing is the object."""
    return noun.lemma_.lower() in event_words()("nouns", "holders")


def _whose(
    top: Token, subject: Token | None, pronoun: Token, words: set[int], noun: list[int]
) -> Shape:
    draft = Draft(top.doc, [noun, sorted(words)], {pronoun.i: "’s"})
    return Shape(draft, top, subject, complete=subject is not None)


def _oblique(
    top: Token, subject: Token | None, pronoun: Token, words: set[int], noun: list[int]
) -> Shape:
    """Place what is no subject: an object moves behind the verb, "where" becomes "in"."""
    complete = subject is not None
    if pronoun.dep_ == "dobj":
        moved = [] if _is_time(top.head) else noun
        blocks = _around_object(top, words - {pronoun.i}, moved)
        return Shape(Draft(top.doc, blocks), top, subject, complete)
    if pronoun.dep_ == "pobj":
        preposition = pronoun.head
        rest = words - {t.i for t in preposition.subtree}
        blocks = [sorted(rest)]
        if complete:
            blocks.append([preposition.i, *noun])
        return Shape(Draft(top.doc, blocks), top, subject, complete)
    rest = words - {pronoun.i}
    place = pronoun.lower_ == "where" and top.head.pos_ == "PROPN"
    words_of = {pronoun.i: "in"}
    blocks = [sorted(rest), [pronoun.i, *noun]] if place else [sorted(rest)]
    return Shape(Draft(top.doc, blocks, words_of), top, subject, complete)
