"""Titles of verbs without a subject of their own: that of the verb they hang on, or a noun's."""

from spacy.tokens import Token

from timeline.events.grammar import (
    NOUNS,
    RELATIVE_TAGS,
    agrees,
    auxiliaries,
    child,
    is_infinitive,
    subject_of,
)
from timeline.events.inflection import finite
from timeline.events.relative import antecedent_of
from timeline.events.shape import Shape, noun_words, selection_for
from timeline.events.wording import Draft
from timeline.events.words import event_words


def borrowing(top: Token, leave_out: frozenset[int]) -> Shape:
    """A verb without a subject of its own: that of the verb it hangs on."""
    chosen = selection_for(top, leave_out)
    words = sorted(chosen.below(top))
    lender = _lender(top)
    if lender is None:
        return Shape(Draft(top.doc, [words]), top, None, complete=False)
    giver = lender.head
    if lender.tag_ in RELATIVE_TAGS and giver.dep_ == "relcl":
        lender = antecedent_of(giver, top)
    extra = [a.i for a in auxiliaries(top) if a.head.i != top.i]
    noun = noun_words(lender, leave_out, clause=giver)
    names, unsaid = finite(top, lender, leave_out)
    blocks = [sorted(noun), extra, [i for i in words if i not in unsaid]]
    whose = next((i for i in noun if top.doc[i].tag_ == "WP$"), None)
    if whose is not None and giver.dep_ == "relcl":
        blocks.insert(0, sorted(noun_words(giver.head, leave_out, giver)))
        names[whose] = "’s"
    return Shape(Draft(top.doc, blocks, names), top, lender)


def _lender(verb: Token) -> Token | None:
    directing = event_words()("verbs", "directing")
    for above in verb.ancestors:
        thing = child(above, "dobj")
        if thing is not None and above.lemma_.lower() in directing and is_infinitive(verb):
            return thing
        subject = subject_of(above)
        if subject is None or subject.i == verb.i or verb.i in {t.i for t in subject.subtree}:
            continue
        if agrees(verb, subject):
            return subject
        return thing if thing is not None and agrees(verb, thing) else None
    return None


def described(top: Token, leave_out: frozenset[int]) -> Token | None:
    """Return the noun right before "..., *shot* in 1977", which the parser hung on the verb."""
    comma = top.left_edge.i - 1
    passive = top.tag_ == "VBD" and top.dep_ == "conj" and child(top, "agent") is not None
    if not passive and (top.dep_ != "advcl" or top.tag_ != "VBN"):
        return None
    if (
        comma < 1
        or top.doc[comma].text != ","
        or any(c.dep_ == "cc" and c.i < top.i for c in top.children)
    ):
        return None
    before = top.doc[comma - 2] if top.doc[comma - 1].is_quote else top.doc[comma - 1]
    fits = before.pos_ in NOUNS and before.i not in leave_out and before.dep_ in {"pobj", "dobj"}
    return before if fits else None
