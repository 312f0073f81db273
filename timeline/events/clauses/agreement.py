"""Number, which a verb shares with its subject: it tells a wrong one from a right one."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word

_SHORTEST = 4  # letters of a form whose ending shows its number


def is_plural_verb(w: Word, g: Grammar) -> bool:
    """Return whether a finite form is one of the third person plural."""
    ends = g.ends("plural_endings")
    known = w.low in g("auxiliaries") or len(w.low) >= _SHORTEST
    return bool(ends) and known and w.low.endswith(ends)


def _counts(subject: Sequence[Word], g: Grammar) -> bool:
    """Return whether a phrase names many: "une centaine de salariés"."""
    for of, w in pairwise(subject):
        if of.low in g("of") and of.low in g("plural"):
            return True
        plural = w.low in g("plural") or (w.low not in g("determiners") and w.low[-1:] in "si")
        if of.low in g("of") and plural:
            return True
    return False


def disagree(subject: Sequence[Word], verb: Word, g: Grammar) -> bool:
    """Return whether the number of a verb shows that a phrase is not its subject.

    Several subjects, a collective ("une centaine de salariés ont") and a phrase whose first word
    shows no number agree with every verb.
    """
    if not subject or not g.ends("plural_endings") or not g("plural"):
        return False
    first = subject[0]
    article = first.low in g("determiners")
    several = any(w.low in g("coordinators") or w.kind is not Kind.WORD for w in subject)
    if is_plural_verb(verb, g):
        collective = _counts(subject, g)
        named = first.capital and not article and first.low not in g("pronouns")
        named = named and all(w.capital or w.low in g("names") for w in subject)
        single = (article and first.low not in g("plural")) or named
        return single and not several and not collective
    surely = verb.low in g("auxiliaries")
    return surely and article and first.low in g("plural") and not several
