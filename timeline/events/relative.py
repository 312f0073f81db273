"""Titles from relative clauses: the antecedent takes the place of "which", "who", "where"."""

from spacy.tokens import Token

from timeline.events.grammar import RELATIVE_TAGS, child, subject_of
from timeline.events.shape import Shape, noun_words, selection_for
from timeline.events.wording import Draft
from timeline.events.words import event_words

_NO_PERSON = frozenset({"GPE", "ORG", "LOC", "FAC", "NORP"})


def relative(top: Token, leave_out: frozenset[int]) -> Shape:
    """Give the shape of a relative clause by the part its pronoun plays."""
    antecedent = _antecedent(top)
    chosen = selection_for(top, leave_out)
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


def _antecedent(top: Token) -> Token:
    """Give the noun a relative clause speaks of: "who" is nobody's town or company.

    The parser often takes the nearest name for it ("people sent to Boston who had ..."); the
    people are among the nouns above, short of the verb that they are subject or object of.
    """
    subject, noun = subject_of(top), top.head
    if subject is None or subject.lower_ != "who" or noun.ent_type_ not in _NO_PERSON:
        return noun
    for above in noun.ancestors:
        if above.pos_ == "VERB" and above.dep_ != "acl":
            return noun
        if above.tag_ == "NNS":
            return above
    return noun


def _object_gap(top: Token, subject: Token | None, words: set[int], noun: list[int]) -> Shape:
    gap = child(top, "dobj", "attr") is None and not _is_time(top.head)
    blocks = [sorted(words), noun] if gap else [sorted(words)]
    return Shape(Draft(top.doc, blocks), top, subject, complete=subject is not None)


def _is_time(noun: Token) -> bool:
    """Tell "the first time that women voted", where nothing is the object."""
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
        blocks = [sorted(words - {pronoun.i}), [] if _is_time(top.head) else noun]
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
