"""A title's words before they are cut to length, and how they are gathered."""

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.grammar import CLAUSES_OF_NOUNS
from timeline.events.selection import Selection
from timeline.events.wording import Draft


@dataclass(frozen=True, slots=True)
class Shape:
    """A title's words before they are cut to length.

    `root` is the verb or noun that heads it, `subject` the noun it speaks of; `complete` is
    False where a clause has no subject to stand with.
    """

    draft: Draft
    root: Token
    subject: Token | None
    complete: bool = True


def selection_for(
    top: Token, leave_out: frozenset[int], keep: frozenset[int] = frozenset()
) -> Selection:
    """Return the walk that gathers the words of a clause."""
    return Selection(frozenset({top.i}), leave_out, keep=keep)


def noun_words(noun: Token, leave_out: frozenset[int], clause: Token | None = None) -> set[int]:
    """Words of a noun phrase without the clauses that hang on it, above all not the given one."""
    clauses = {c.i for c in noun.children if c.dep_ in CLAUSES_OF_NOUNS and c.i > noun.i}
    if clause is not None:
        clauses.add(clause.i)
    return Selection(frozenset(), leave_out).below(noun, frozenset(clauses))
